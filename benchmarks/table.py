"""The results as a table in Markdown: time and memory as multiples of what frictionless needs."""

from collections.abc import Mapping
from pathlib import Path

RESULTS = Path(__file__).parent / "results.json"
Ratios = Mapping[str, float]
Results = dict[str, dict[str, dict[str, Ratios]]]
COLUMNS = ("bare", "jdzplan", "terminal", "rows", "frictionless", "pandera")
HEADS = {
    "en": (
        "rows",
        "imports alone",
        "jdzplan",
        "on a terminal",
        "row by row",
        "frictionless",
        "pandera",
    ),
    "zh": ("行数", "仅导入依赖包", "jdzplan", "终端显示", "逐行读取", "frictionless", "pandera"),
}
BAD = {"en": "{rows}, 1 % bad", "zh": "{rows}（1%有误）"}


def table(results: Results, language: str) -> str:
    """Results as a Markdown table: in each cell the ratio of time by the clock and of memory."""
    lines = [HEADS[language], ("---",) * len(COLUMNS) + ("---",)]
    for rows, kinds in results.items():
        for kind, ratios in kinds.items():
            number = f"{int(rows):,}"
            name = number if kind == "valid" else BAD[language].format(rows=number)
            lines.append((name, *(_cell(ratios.get(column)) for column in COLUMNS)))
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _cell(ratio: Ratios | None) -> str:
    return f"{ratio['wall']:.2f} / {ratio['memory']:.2f}" if ratio else "–"
