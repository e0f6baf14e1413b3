"""The public shapes as JSON Schema: of a result, of a comparison, and of plan.yaml, for editors."""

import json
from importlib import resources
from typing import Any

from jdzplan.plan import Plan


def result_schema() -> str:
    """The schema of the JSON format, as shipped beside it."""
    return resources.files("jdzplan.formats").joinpath("result.schema.json").read_text("utf-8")


def diff_schema() -> str:
    """The schema of a comparison as JSON, as shipped beside that format."""
    return resources.files("jdzplan.formats.diff").joinpath("diff.schema.json").read_text("utf-8")


def plan_schema() -> str:
    """The schema of plan.yaml, made from the plan record and its descriptions."""
    schema = _draft07(Plan.model_json_schema(mode="validation"))
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "jdzplan plan.yaml",
    }
    return json.dumps(head | schema | head, ensure_ascii=False, indent=2) + "\n"


def _draft07(part: Any) -> Any:
    """Pydantic writes draft 2020-12; the language server of YAML editors knows draft-07."""
    if isinstance(part, list):
        return [_draft07(item) for item in part]
    if not isinstance(part, dict):
        return part
    renamed = {"$defs": "definitions", "prefixItems": "items"}
    out = {renamed.get(key, key): _draft07(value) for key, value in part.items()}
    if out.get("type") == "number" and isinstance(out.get("default"), str):
        out["default"] = float(out["default"])
    if isinstance(out.get("$ref"), str):
        out["$ref"] = out["$ref"].replace("#/$defs/", "#/definitions/")
        # draft-07 ignores what stands beside a reference.
        out = {"allOf": [{"$ref": out.pop("$ref")}], **out} if len(out) > 1 else out
    if isinstance(out.get("title"), str) and "type" in out:
        del out["title"]  # pydantic's own titles only repeat the key
    return out
