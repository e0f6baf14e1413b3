"""The world in which the guide's examples are run: a data repository around a file or a piece."""

import csv
import io
import re
import subprocess
from pathlib import Path

from openpyxl import Workbook

from jdzplan.wording.guide import State

_PLAN = """\
plan:
  id: city
  title: {zh: 某市科技创新规划, en: Innovation plan of a city}
  period: {baseline: 2020, first: 2021, last: 2025}
policy:
  adjustment: {behind_years: 1}
goals:
  G1: {name: {zh: 创新能力提升, en: More innovation}, source: {chapter: 1}}
indicators:
  rd-intensity:
    name: {zh: 研发投入强度, en: R&D intensity}
    unit: "%"
    formula: rd-spending / gdp * 100
    baseline: {2020: 2.20}
    target: {at_least: 2.5}
  high-tech-firms:
    name: {zh: 高新技术企业数量, en: High-tech firms}
    unit: 家
    kind: count
    baseline: {2020: 200}
    target: {at_least: 400}
  contracts:
    name: {zh: 技术合同成交额, en: Technology contracts}
    unit: 亿元
    baseline: {2020: 13.1}
    target: {at_least: 30}
    publication_lag: {months: 9}
  lead-firms:
    name: {zh: 龙头企业, en: Lead firms}
    unit: 家
    kind: count
    target: {form: named_set}
    members:
      heimao: {zh: 黑猫集团, en: Heimao Group}
      tianxin: {zh: 天新药业, en: Tianxin Pharma}
series:
  gdp:
    name: {zh: 地区生产总值, en: Gross domestic product}
    unit: 亿元
  rd-spending:
    name: {zh: 研发经费, en: R&D spending}
    unit: 亿元
  productivity:
    name: {zh: 全员劳动生产率, en: Labour productivity}
    unit: 元
    basis: 不变价
  large-firms:
    name: {zh: 规模以上高新技术企业数量, en: Large high-tech firms}
    unit: 家
    kind: count
  large-firms-share:
    name: {zh: 规模以上高新技术企业占比, en: Share of large high-tech firms}
    unit: "%"
    formula: large-firms / all-firms * 100
  all-firms:
    name: {zh: 规模以上工业企业数量, en: Large firms}
    unit: 家
    kind: count
subsets:
  - {part: large-firms, whole: high-tech-firms, source: {chapter: 5}}
divisions:
  districts:
    name: {zh: 各区, en: the districts}
    complete: true
    source: {chapter: 1}
regions:
  east: {name: {zh: 东区, en: East}, kind: district, division: districts, source: {chapter: 1}}
  west: {name: {zh: 西区, en: West}, kind: district, division: districts, source: {chapter: 1}}
tasks:
  rules:
    name: {zh: 管理办法印发, en: Rules issued}
    due: 2024
    evidence: {zh: 文件, en: Document}
  institute:
    name: {zh: 陶瓷研究院挂牌, en: Ceramics institute opens}
    evidence: {zh: 批复文件, en: Approval}
"""
# What an entry needs besides what a piece shows, and what the dictionary wants to be complete.
_NEEDED = {
    "plan": {"id": "city", "period": "{baseline: 2020, first: 2021, last: 2025}"},
    "indicators": {
        "name": "{zh: 某项指标, en: An indicator}",
        "goal": "G1",
        "tier": "core",
        "unit": '"%"',
        "kind": "measured",
        "better": "higher",
        "target": "{at_least: 2.5}",
        "source": "{chapter: 1}",
    },
    "series": {
        "name": "{zh: 某项数据, en: A series}",
        "unit": "亿元",
        "kind": "measured",
        "source": "{chapter: 1}",
    },
    "relations": {"name": "{zh: 某项要求, en: A demand}", "goal": "G1", "source": "{chapter: 1}"},
    "tasks": {"goal": "G1", "source": "{chapter: 1}"},
    "amendments": {
        "body": "{zh: 市人民政府, en: City government}",
        "document": "市政发〔2023〕15号",
        "reason": "{zh: 上级目标调整, en: The province changed its target}",
        "source": "{document: 市政府公报, date: 2023-12-01}",
    },
    "revisions": {
        "published": "2021-05-11",
        "body": "{zh: 国家统计局, en: National Bureau of Statistics}",
        "document": "第七次全国人口普查公报",
        "reason": "{zh: 按普查结果修订, en: Census}",
    },
}
_DICTIONARY = {
    "definition": "{zh: 见统计制度}",
    "frequency": "{zh: 每年}",
    "publication_lag": "{zh: 次年}",
    "provider": "市统计局",
}
_HEADER = "编号,数值,单位\n"
_GOOD = _HEADER + "gdp,1100,亿元\n"


def a_history(folder: Path, path: str, text: str, *, is_plan: bool) -> None:
    """A repository as `a_repository` makes it, committed."""
    a_repository(folder, path, text, is_plan=is_plan)
    who = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "First")):
        subprocess.run(("git", *words), cwd=folder, check=True)


def a_repository(
    folder: Path, path: str, text: str, state: State = State.PLAIN, *, is_plan: bool
) -> None:
    """A good repository in which the file `path` holds `text`, stored as `state` says."""
    plan = whole_plan(text) if is_plan else whole_plan("")
    _store(folder / "data/plan.yaml", plan, state if is_plan else State.PLAIN)
    _store(folder / "data/actuals/2023.csv", _GOOD, State.PLAIN)
    if not is_plan:
        _store(folder / path, text, state)


def whole_plan(piece: str) -> str:
    """A plan that begins with a piece of one, completed below so that its lines keep their place.

    The last entry of the piece gets the keys that it needs and does not show.
    """
    shown = _sections(piece)
    others = {name: _complete(name, body) for name, body in _sections(_PLAN).items()}
    if "indicators" in shown:
        del others["subsets"]
    last = list(shown)[-1:]
    whole = piece and piece + "\n"
    for name in last:
        whole += _lacking(name, shown[name])
    return whole + "".join(body for name, body in others.items() if name not in shown)


def _sections(text: str) -> dict[str, str]:
    parts = re.split(r"(?m)^(?=\w+:)", text)
    return {part.partition(":")[0]: part for part in parts if part.strip()}


def _complete(name: str, body: str) -> str:
    """A section of the plan above, each entry with all that it needs."""
    if name not in ("indicators", "series", "tasks"):
        return body
    head, *entries = re.split(r"(?m)^(?=  [\w-]+:$)", body)
    wanted = _DICTIONARY if name != "tasks" else {}
    return head + "".join(entry + _lacking(name, entry, wanted) for entry in entries)


def _lacking(name: str, body: str, more: dict[str, str] | None = None) -> str:
    indent = "  " if name == "plan" else "    "
    entry = re.split(r"(?m)^  [\w-]+:$", body)[-1]
    needed = _NEEDED.get(name, {}) | (more or {})
    has = set(re.findall(rf"(?m)^{indent}(\w+)[:：]", entry))
    return "".join(f"{indent}{key}: {value}\n" for key, value in needed.items() if key not in has)


def _store(path: Path, text: str, state: State) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if state is State.ABSENT:
        return
    if state in (State.WORKBOOK, State.HIDDEN, State.YEARS):
        book = Workbook()
        book.worksheets[0].title = "Sheet1"
        for row in csv.reader(io.StringIO(text)):
            book.worksheets[0].append(row)
        if state is State.HIDDEN:
            book.create_sheet("草稿").sheet_state = "hidden"
        if state is State.YEARS:
            book.worksheets[0].title = "2023年"
            book.create_sheet("2022年").append(["indicator"])
        with path.open("wb") as file:
            book.save(file)
        return
    if state is State.LONG:
        text = text.replace("……", "文" * 140_000)
    path.write_text(text, encoding="gb18030" if state is State.GBK else "utf-8")
    if state is State.OPEN:
        path.with_name(f".~lock.{path.name}#").touch()
    if state is State.LARGE:
        with path.open("ab") as file:
            file.truncate(65_000_000)
