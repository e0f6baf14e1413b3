"""Our own plan and years: they read clean, they follow the schema, and samples say so."""

import json
from decimal import Decimal

import jsonschema
import yaml

from jdzplan.plan import Plan
from jdzplan.reading.repository import load_plan
from tests.conftest import ROOT, Cli


def real_plan() -> Plan:
    plan, findings = load_plan(ROOT / "data" / "plan.yaml")
    assert findings == []
    assert plan is not None
    return plan


def test_the_core_table_is_as_printed() -> None:
    table = {
        key: (str(i.baseline[2020]), str((i.target.bound or ("", ""))[1]), i.unit, i.better.value)
        for key, i in real_plan().indicators.items()
        if i.tier == "core"
    }
    assert table == {
        "innovation-rank": ("2", "2", "位", "lower"),
        "rd-intensity": ("2.20", "2.5", "%", "higher"),
        "rd-personnel": ("6", "6.5", "人年", "higher"),
        "high-value-patents": ("5.8", "8", "件", "higher"),
        "technology-contracts": ("13.1", "30", "亿元", "higher"),
        "high-tech-firms": ("200", "400", "家", "higher"),
    }


def test_nothing_is_invented() -> None:
    for indicator in real_plan().indicators.values():
        assert indicator.owner.lead is None
        assert indicator.binding == "unstated"


def test_the_plan_follows_the_schema_that_editors_use() -> None:
    schema = json.loads((ROOT / "data" / "plan.schema.json").read_text("utf-8"))
    text = (ROOT / "data" / "plan.yaml").read_text("utf-8")
    # What is no JSON (a date) becomes text, as an editor's language server sees it.
    content = json.loads(json.dumps(yaml.safe_load(text), default=str))
    jsonschema.Draft7Validator(schema).validate(content)


def test_every_year_reads_clean_and_every_sample_is_marked(cli: Cli) -> None:
    result = json.loads(cli("check", "--plan", ROOT, "--format", "json").out)
    assert result["years"] == [2021, 2022, 2023, 2024]
    assert {finding["code"] for finding in result["findings"]} == {"JDZ310"}
    filed = [a for a in result["assessments"] if a["actual"]]
    assert all("sample" in a["flags"] for a in filed if a["actual"]["status"] == "sample")


def test_the_baseline_keeps_its_printed_digits() -> None:
    assert real_plan().indicators["rd-intensity"].baseline[2020] == Decimal("2.20")
    assert real_plan().indicators["rd-intensity"].baseline[2020].as_tuple().exponent == -2
