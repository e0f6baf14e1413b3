"""A report as files: the text, with its pictures beside it or inside it."""

from collections.abc import Iterable
from enum import StrEnum

from jinja2 import BaseLoader

from jdzplan.formats.markdown import escaped
from jdzplan.report.markdown import render
from jdzplan.report.records import Report


class Target(StrEnum):
    """What a report is written as; the value is the end of the file's name."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


def files_of(report: Report, stem: str, target: Target, loader: BaseLoader) -> dict[str, bytes]:
    """Files by their paths from the folder that `stem` is named in."""
    text = render(report, loader)
    if target is Target.MD:
        pictures = {each.path: each.svg.encode("utf-8") for each in report.pictures}
        return {f"{stem}.md": text.encode("utf-8"), **pictures}
    if target is Target.HTML:
        from jdzplan.report.html import page

        return {f"{stem}.html": page(report, text, loader).encode("utf-8")}
    from jdzplan.report.docx import document

    return {f"{stem}.docx": document(report, text)}


def index(reports: Iterable[tuple[Report, str]], target: Target) -> str:
    """A Markdown page with a link to each report, given with the stem of its file."""
    lines: list[str] = []
    for report, stem in reports:
        lines = lines or [f"# {escaped(report.plan)}", ""]
        link = f"[{escaped(report.title)}]({stem}.{target.value})"
        lines.append(f"- {link}\\\n  {escaped(report.summary[1])}")
    return "\n".join(lines) + "\n"
