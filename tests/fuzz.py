"""Fuzzing by command: `python -m tests.fuzz figures 10000000`, `python -m tests.fuzz files 100000`.

Cells and whole files are made from pieces that offices write, spliced, doubled and broken at
random. Nothing may raise but `FigureError`; no file may end in anything but a result. The seed is
printed, so that a failure can be run again.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from jdzplan.check import check
from jdzplan.reading.figures import FigureError, parse_figure
from jdzplan.reading.repository import load_plan, load_year
from jdzplan.wording.sentences import message
from jdzplan.wording.zh import ZH

ROOT = Path(__file__).parent.parent
PIECES = (
    *"0123456789.,-+%‰~<>=/()*'\" \t①②½٣_eE",
    *"０１９．，－％（）　≥≤≧≈约近超多余第达到至万亿千元家个位年月日无—…是否点十百",
    *("不低于", "以上", "以下", "突破", "左右", "亿元", "万元", "个百分点", "未公布", "NaN", "inf"),
    *(
        "1,234",
        "2-3",
        "3.5亿元",
        "2023-1-1",
        "1.2E+03",
        "#REF!",
        "=1+1",
        "\x00",
        "\ud83d",
        "\u202e",
    ),
)
HEADERS = ("指标", "数值", "单位", "状态", "来源", "备注", "地区", "年份", "指标名称", "2023年")
FILE_PIECES = (
    *("指标", "数值", "单位", "状态", "来源", "备注", "地区", "年份", "指标名称", "2023年", "编号"),
    *("rd-intensity", "高新技术企业数量", "技术市场合同成交额（亿元）", "gdp", "没有这一项"),
    *("2.37", "318", "２４．６", "1,318", "—", "", "是", "%", "家", "亿元", "万元", "初步", "样例"),
    *(",", ",", ",", ",", "，", ";", "\t", "\n", "\n", "\r\n", "\r", '"', '""', "\0", "sep=;\n"),
    *("单位：亿元\n", "注：初步数\n", "::add-mask::x", "=cmd|' /C calc'!A0", "\x1b[31m", "[bold]"),
)
CODECS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "latin-1")


def a_text(chance: random.Random, pieces: tuple[str, ...], longest: int) -> str:
    """Some pieces in a row, some of them twice, one perhaps cut."""
    parts = chance.choices(pieces, k=chance.randint(1, longest))
    text = "".join(parts)
    if chance.random() < 0.1 and len(text) > 1:
        cut = chance.randrange(len(text))
        text = text[:cut] + text[cut + 1 :]
    return text * (2 if chance.random() < 0.02 else 1)


def a_table(chance: random.Random) -> str:
    """A table that is nearly right: titles, a header, rows of cells, a separator throughout."""
    separator = chance.choice(",,,,\t;，")
    header = ["指标", "数值", *chance.sample(HEADERS, chance.randint(0, 6))]
    lines = chance.choices(["2023年指标", "单位：亿元", ""], k=chance.choice((0, 0, 1, 2)))
    lines.append(separator.join(header))
    for _ in range(chance.randint(0, 8)):
        cells = [chance.choice(FILE_PIECES) for _ in header]
        cells[chance.randrange(len(cells))] = a_text(chance, PIECES, 5)
        lines.append(separator.join(cells))
    return chance.choice(("\n", "\n", "\r\n", "\r")).join(lines)


def fuzz_figures(count: int, seed: int) -> Counter[str]:
    """What the figure grammar makes of `count` cells."""
    chance, came_to = random.Random(seed), Counter[str]()
    for _ in range(count):
        cell = a_text(chance, PIECES, 7)
        try:
            found = parse_figure(cell)
        except FigureError as error:
            came_to[f"refused: {error.kind}"] += 1
        else:
            came_to[type(found).__name__] += 1
    return came_to


def fuzz_files(count: int, seed: int) -> Counter[str]:
    """What a check makes of `count` files, each sentence of each finding included."""
    chance, came_to = random.Random(seed), Counter[str]()
    plan, _ = load_plan(ROOT / "data" / "plan.yaml")
    assert plan is not None
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            name = "2023.tasks.csv" if chance.random() < 0.1 else "2023.csv"
            path = Path(folder) / name
            is_table = chance.random() < 0.7
            text = a_table(chance) if is_table else a_text(chance, FILE_PIECES, 60)
            data = text.encode(chance.choice(CODECS), "replace")
            if chance.random() < 0.1:
                data = bytes(b if chance.random() > 0.02 else chance.randrange(256) for b in data)
            path.write_bytes(data)
            year, findings = load_year(path, None)
            assert year is not None
            result = check(plan, [year], (), findings)
            for finding in result.findings:
                assert all(part.isprintable() for part in message(finding, ZH))
                came_to[finding.rule.code] += 1
    return came_to


def main() -> None:
    """Run one kind, say what came of it and how long it took."""
    kind, count = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10**6)
    print(f"{count} {kind}, seed {seed}")
    start = time.perf_counter()
    came_to = {"figures": fuzz_figures, "files": fuzz_files}[kind](count, seed)
    for what, times in came_to.most_common():
        print(f"{times:10} {what}")
    print(f"{time.perf_counter() - start:.0f} s, nothing crashed")


if __name__ == "__main__":
    main()
