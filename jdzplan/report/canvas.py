"""A blank picture and how it becomes SVG: the same bytes whatever fonts a machine has.

The layout is measured with the font that the plotting library brings, so that the fonts of a
machine cannot move anything; the text stays text and names the fonts that readers have.
"""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from jdzplan.formats.text import width

INK, PALE, GREY = "#1f2d3d", "#c9d1d9", "#6b7785"
BLUE, RUST = "#1b4f8f", "#a8401c"  # apart in greyscale, and for those who see no red or green
POINT = 9.0  # size of text, in points
_BUNDLED = "DejaVu Sans"
_DPI = 200
_FONTS = (
    "'Noto Sans SC'",
    "'Noto Sans CJK SC'",
    "'Source Han Sans SC'",
    "'Microsoft YaHei'",
    "'PingFang SC'",
    "'SimHei'",
    "'WenQuanYi Micro Hei'",
    "sans-serif",
)
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "text.parse_math": False,  # a name is no formula, whatever it holds
    "svg.hashsalt": "jdzplan",
    "font.size": POINT,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.unicode_minus": False,
    "axes.linewidth": 0.8,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.8,
    "path.simplify": False,
}


class Drawing(NamedTuple):
    """A picture as SVG, and as pixels for what shows no SVG, with the fonts at hand."""

    svg: str
    png: Callable[[], bytes]


Draw = Callable[[Axes, Figure], None]


def drawn(size: tuple[float, float], title: str, draw: Draw) -> Drawing:
    """What `draw` draws on an empty picture; `size` is in inches, `title` is read out."""
    return Drawing(_svg(size, title, draw), partial(_png, size, draw))


def _svg(size: tuple[float, float], title: str, draw: Draw) -> str:
    out = BytesIO()
    with _drawn(size, draw, [_BUNDLED]) as figure:
        nobody = {"Date": None, "Creator": None, "Format": None, "Type": None}
        figure.savefig(out, format="svg", metadata=nobody)
    svg = out.getvalue().decode("utf-8").replace(f"'{_BUNDLED}'", ", ".join(_FONTS))
    _, start, rest = svg.partition("<svg ")
    opening, end, body = rest.partition(">")
    return f'{start}{opening} role="img"{end}\n <title>{escape(title)}</title>{body}'


def _png(size: tuple[float, float], draw: Draw) -> bytes:
    known = {font.name for font in fontManager.ttflist}
    named = [name for name in (font.strip("'") for font in _FONTS) if name in known]
    out = BytesIO()
    with _drawn(size, draw, [*named, _BUNDLED]) as figure:
        figure.savefig(out, format="png", dpi=_DPI, metadata={"Software": None})
    return out.getvalue()


@contextmanager
def _drawn(size: tuple[float, float], draw: Draw, fonts: list[str]) -> Iterator[Figure]:
    settings = {**_SETTINGS, "font.family": fonts}
    with rc_context(settings), warnings.catch_warnings():
        # The bundled font lacks Chinese; in SVG it only measures and is never shown.
        warnings.filterwarnings("ignore", message="Glyph")
        figure = Figure(figsize=size, facecolor="white")
        draw(figure.add_axes((0, 0, 1, 1)), figure)
        yield figure


def spread(labels: Sequence[str], start: float, gap: float) -> list[float]:
    """Where labels begin that stand in a row, in points: Chinese is twice as wide."""
    places, at = [], start
    for label in labels:
        places.append(at)
        at += width(label) * POINT * 0.56 + gap
    return places
