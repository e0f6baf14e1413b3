"""The pages on owners and adjustments show what stands in a plan and what is printed for it."""

import re

import pytest

from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases"
PAGES = {
    "owners": ("grouped_by_owner",),
    "adjustments": (
        "amended_targets_stand_beside_the_original",
        "a_revised_baseline_stands_beside_the_printed_one",
        "counterparts_in_a_higher_plan",
    ),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_piece_is_that_of_a_case(page: str, language: str) -> None:
    name = f"{page}.md" if language == "en" else f"{page}.zh-CN.md"
    text = (ROOT / "docs" / name).read_text("utf-8")
    cases = [CASES / case for case in PAGES[page]]
    plans = "".join((case / "plan.yaml").read_text("utf-8") for case in cases)
    printed = "".join((case / f"expected.{language}.txt").read_text("utf-8") for case in cases)
    pieces = re.findall(r"^```(\w+)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert {kind for kind, _ in pieces} == {"yaml", "text"}
    for kind, piece in pieces:
        if kind == "yaml":
            assert piece in plans
        else:
            for line in piece.splitlines():
                assert line in printed


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_outline(page: str) -> None:
    outlines = []
    for name in (f"{page}.md", f"{page}.zh-CN.md"):
        text = (ROOT / "docs" / name).read_text("utf-8")
        outlines.append(re.findall(r"^(?:#+ |- |```\w*$)", text, re.MULTILINE))
    assert outlines[0] == outlines[1]
