"""The page of a report in a real browser: it renders, prints to A4, and the console stays silent.

Needs Chromium and pdfinfo; run by path, since not every machine has them.
"""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli

CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
A4 = (595, 842)  # points


def chromium(tmp_path: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CHROMIUM, f"--user-data-dir={tmp_path / 'profile'}", *asked],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )


@pytest.fixture(params=["zh", "en"])
def page(request: pytest.FixtureRequest, tmp_path: Path, cli: Cli) -> Path:
    path = tmp_path / "r.html"
    run = cli("report", "2023", "--plan", ROOT, "--lang", request.param, "-o", path)
    assert run.code == 0, run.err
    return path


def test_the_console_is_silent_and_nothing_is_fetched(page: Path, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    run = chromium(
        tmp_path, "--enable-logging=stderr", f"--log-net-log={log}", "--dump-dom", page.as_uri()
    )
    assert "CONSOLE" not in run.stderr
    asked = re.findall(r'"url":"(\w+:[^"]{0,60})', log.read_text("utf-8"))
    assert not [url for url in asked if page.name in url and not url.startswith("file:")]


def test_every_figure_as_rendered_is_that_of_the_json(page: Path, tmp_path: Path, cli: Cli) -> None:
    dom = chromium(tmp_path, "--dump-dom", page.as_uri()).stdout
    rows = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in dom.split("<tr>")]
    shown = {row[0].replace("&amp;", "&"): row for row in rows if len(row) == 9}
    lang = "zh" if 'lang="zh-CN"' in dom else "en"
    told = json.loads(
        cli("check", "2023.csv", "--plan", ROOT, "--lang", lang, "--format", "json").out
    )
    core = [each for each in told["assessments"] if each["tier"] == "core"]
    assert len(core) == 6
    for each in core:
        row = shown[each["name"]]
        assert row[3] == str(each["actual"]["printed"])
        if each["expected"] is not None:
            assert float(row[4]) == pytest.approx(each["expected"], abs=0.005)


def test_it_prints_to_a4_and_no_table_is_cut(page: Path, tmp_path: Path) -> None:
    printed = tmp_path / "r.pdf"
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri())
    told = subprocess.run(["pdfinfo", printed], capture_output=True, text=True, check=True).stdout
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told)
    assert size is not None
    assert [round(float(each)) for each in size.groups()] == [*A4]
    pages = int(re.findall(r"Pages:\s+(\d+)", told)[0])
    assert 4 <= pages <= 30


@pytest.mark.parametrize("width", [390, 1280])
def test_at_two_widths_only_tables_scroll(page: Path, tmp_path: Path, width: int) -> None:
    """The page itself never has to be moved sideways."""
    text = page.read_text("utf-8").replace(
        "</body>",
        "<script>document.title = document.documentElement.scrollWidth + '/' + innerWidth;"
        "</script></body>",
    )
    text = re.sub(r"<meta http-equiv[^>]*>", "", text)
    probe = tmp_path / "probe.html"
    probe.write_text(text, "utf-8")
    dom = chromium(tmp_path, f"--window-size={width},900", "--dump-dom", probe.as_uri()).stdout
    found = re.search(r"<title>(\d+)/(\d+)</title>", dom)
    assert found is not None
    wide, window = map(int, found.groups())
    assert wide <= window


@pytest.mark.parametrize("width", [390, 1280])
def test_pictures_are_drawn(page: Path, tmp_path: Path, width: int) -> None:
    """Every picture has a size of its own: the browser could read it."""
    text = re.sub(r"<meta http-equiv[^>]*>", "", page.read_text("utf-8")).replace(
        "</body>",
        "<script>onload = () => document.title = [...document.images]"
        ".map(i => i.naturalWidth).join();</script></body>",
    )
    probe = tmp_path / "probe.html"
    probe.write_text(text, "utf-8")
    dom = chromium(
        tmp_path,
        f"--window-size={width},900",
        "--virtual-time-budget=3000",
        "--dump-dom",
        probe.as_uri(),
    ).stdout
    found = re.search(r"<title>([\d,]+)</title>", dom)
    assert found is not None
    sizes = [int(each) for each in found[1].split(",")]
    assert len(sizes) == text.count("<img ")
    assert min(sizes) > 400
