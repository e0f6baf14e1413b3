"""JUnit XML: findings and verdicts as test cases, for any server that shows test results.

A case fails exactly where it stops at the gate, whatever else is found; what could not be
assessed is skipped. Every text is inert, so no character in it is forbidden in XML.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from jdzplan.check import Judged, Result
from jdzplan.findings import Finding
from jdzplan.formats.layout import finding_line, finding_text, judged_text
from jdzplan.formats.notices import Rebase, id_of, place_of
from jdzplan.judging.assessment import Assessment
from jdzplan.judging.relations import RelationAssessment
from jdzplan.plan import Plan
from jdzplan.verdicts import Verdict
from jdzplan.wording.sentences import inert
from jdzplan.wording.words import Words


def render(result: Result, words: Words, rebase: Rebase) -> str:
    """A suite of the findings, then one of each year's verdicts."""
    suites = [_suite("findings", (_of_finding(result, f, words, rebase) for f in result.findings))]
    if plan := result.plan:
        for year in result.years:
            judged = result.of_year(year).judged
            cases = (_of_verdict(result, plan, each, words, rebase) for each in judged)
            suites.append(_suite(str(year), cases))
    root = _counted("testsuites", "jdzplan", suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(name: str, cases: Iterator[ET.Element]) -> ET.Element:
    return _counted("testsuite", name, list(cases))


def _counted(tag: str, name: str, parts: list[ET.Element]) -> ET.Element:
    """An element around others, with how many test cases in it there are of each kind."""
    element = ET.Element(tag, {"name": name})
    element.extend(parts)
    kinds = {"tests": "testcase", "failures": "failure", "skipped": "skipped"}
    for attribute, kind in kinds.items():
        element.set(attribute, str(sum(1 for _ in element.iter(kind))))
    element.set("errors", "0")
    return element


def _of_finding(result: Result, finding: Finding, words: Words, rebase: Rebase) -> ET.Element:
    place = finding.place._replace(path=rebase(finding.place.path))
    where = "".join(f"{n}:" for n in (place.line, place.column) if n)
    said = finding_text(finding, words)
    case = _case(place.path, f"{finding.rule.code} {where} {said}", place.path)
    line = finding_line(finding._replace(place=place), words)
    if result.stops(finding):
        return _failed(case, finding.rule.code, said, line)
    return _told(case, line)


def _of_verdict(
    result: Result, plan: Plan, each: Judged, words: Words, rebase: Rebase
) -> ET.Element:
    group, name = _named(each, plan, words)
    place = place_of(each)
    path = rebase(place.path) if place else ""
    case = _case(f"{each.year}.{group}", f"{id_of(each)} {name}", path)
    text = judged_text(each, plan, words)
    if result.stops(each):
        title = words.gate["verdict_title"].format(verdict=words.verdicts[each.verdict])
        return _failed(case, each.verdict.value, title, text)
    if each.verdict is Verdict.NOT_ASSESSED:
        ET.SubElement(case, "skipped", {"message": text})
        return case
    return _told(case, text)


def _named(each: Judged, plan: Plan, words: Words) -> tuple[str, str]:
    """The group that a promise belongs to, and its name."""
    language = words.language
    if isinstance(each, Assessment):
        return "indicators", plan.indicators[each.indicator].name.get(language)
    if isinstance(each, RelationAssessment):
        return "relations", plan.relations[each.relation].name.get(language)
    return "tasks", plan.tasks[each.task].name.get(language)


def _case(group: str, name: str, path: str) -> ET.Element:
    attributes = {"classname": inert(group), "name": inert(name)}
    return ET.Element("testcase", attributes | ({"file": inert(path)} if path else {}))


def _failed(case: ET.Element, kind: str, title: str, text: str) -> ET.Element:
    """A case that stops; some servers show the title only, others only the text."""
    ET.SubElement(case, "failure", {"type": kind, "message": title}).text = text
    return case


def _told(case: ET.Element, text: str) -> ET.Element:
    ET.SubElement(case, "system-out").text = text
    return case
