"""Two pictures in bars: share of the way against time elapsed, and tasks by stage."""

from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from jdzplan.report.canvas import BLUE, GREY, INK, PALE, POINT, RUST, Drawing, drawn, spread

_INCH, _WIDE, _ROW = 72.0, 6.4, 0.46
_MOST = 1.25  # of the way: whatever is further is drawn so far


class Progress(NamedTuple):
    """One indicator's bar: share and elapsed as parts of the whole, and what stands beside."""

    name: str
    share: float
    elapsed: float
    text: str
    is_fine: bool


def overview(
    bars: list[Progress], title: str, labels: tuple[str, str], watermark: str, alt: str
) -> Drawing:
    """Share of each indicator with a mark where it should be by now; the slowest on top."""
    high = 0.95 + _ROW * len(bars)
    most = min(max(1.0, *(bar.share for bar in bars)), _MOST)

    def draw(axes: Axes, figure: Figure) -> None:
        axes.set_position((0.03, 0.3 / high, 0.94, 1 - 0.78 / high))
        axes.set_xlim(-0.02, most * 1.3)
        axes.set_ylim(len(bars), 0)
        axes.axis("off")
        for at, bar in enumerate(bars):
            _bar(axes, bar, at, most)
        axes.plot([1, 1], [0.3, len(bars)], color=GREY, linewidth=0.8)
        axes.text(1, len(bars) + 0.12, "100%", ha="center", va="top", color=GREY, size=POINT - 1)
        axes.text(0, len(bars) + 0.12, "0", ha="center", va="top", color=GREY, size=POINT - 1)
        _title(figure, title, high)
        _elapsed_legend(figure, labels, high)
        _watermark(axes, watermark)

    return drawn((_WIDE, high), alt, draw)


def _bar(axes: Axes, bar: Progress, at: int, most: float) -> None:
    low, end = at + 0.52, min(max(bar.share, 0.0), most)
    axes.add_patch(Rectangle((0, low), 1, 0.36, facecolor=PALE, alpha=0.45))
    look = {"facecolor": BLUE} if bar.is_fine else {"facecolor": "white", "hatch": "/////"}
    axes.add_patch(Rectangle((0, low), end, 0.36, edgecolor=BLUE, linewidth=0.8, **look))  # type: ignore[arg-type]
    axes.plot([bar.elapsed] * 2, [low - 0.07, low + 0.43], color=RUST, linewidth=2.2)
    axes.text(0, low - 0.07, bar.name, va="bottom", ha="left", size=POINT - 0.5)
    axes.text(most + 0.03, low + 0.18, bar.text, va="center", ha="left", size=POINT - 0.5)


def _elapsed_legend(figure: Figure, labels: tuple[str, str], high: float) -> None:
    """Which mark is which, at the upper right."""
    from matplotlib.lines import Line2D

    at = spread(labels, 0.0, 34)
    total = spread((*labels, ""), 0.0, 34)[-1]
    begin, y = _WIDE * _INCH * 0.97 - total, 1 - 0.22 / high
    wide = _WIDE * _INCH
    for label, place, color, size in zip(labels, at, (BLUE, RUST), (7, 2.2), strict=True):
        across = [(begin + place) / wide, (begin + place + (14 if size > 3 else 0)) / wide]
        down = [y, y] if size > 3 else [y - 0.07 / high, y + 0.07 / high]
        line = Line2D(across, down, color=color, linewidth=size, solid_capstyle="butt")
        figure.add_artist(line)
        figure.text((begin + place + 18) / wide, y, label, va="center", size=POINT - 0.5)


def _title(figure: Figure, title: str, high: float) -> None:
    figure.text(0.03, 1 - 0.22 / high, title, size=POINT + 2, weight="bold", va="center")


def _watermark(axes: Axes, watermark: str) -> None:
    if watermark:
        axes.text(
            0.42,
            0.5,
            watermark,
            transform=axes.transAxes,
            size=POINT * 4,
            color=GREY,
            alpha=0.28,
            rotation=18,
            rotation_mode="anchor",
            ha="center",
            va="center",
            zorder=5,
        )


class Stages(NamedTuple):
    """One goal's bar: how many tasks are at each stage."""

    name: str
    counts: tuple[tuple[str, int], ...]


# Face and hatch of each stage, by its key in `tasks.STAGES`: apart without colour, too.
_LOOKS = {
    "done": (BLUE, ""),
    "under_way": ("#8fb0d8", ""),
    "not_started": ("white", ""),
    "overdue": (RUST, "xxxxx"),
    "stopped": ("#d9a08a", "....."),
    "unproved": ("white", "/////"),
    "unreported": ("#e6eaee", ""),
    "withdrawn": ("#9aa4ae", "|||||"),
}


def stages(
    bars: list[Stages], title: str, labels: tuple[tuple[str, str], ...], alt: str
) -> Drawing:
    """Tasks of each goal by stage, one bar a goal; `labels` are stages with their words."""
    high = 1.2 + _ROW * len(bars)
    most = max(sum(count for _, count in bar.counts) for bar in bars)

    def draw(axes: Axes, figure: Figure) -> None:
        axes.set_position((0.03, 0.5 / high, 0.94, 1 - 0.95 / high))
        axes.set_xlim(0, most * 1.08)
        axes.set_ylim(len(bars), 0)
        axes.axis("off")
        for at, bar in enumerate(bars):
            axes.text(0, at + 0.45, bar.name, va="bottom", ha="left", size=POINT - 0.5)
            left = 0
            for stage, count in bar.counts:
                if count:
                    _segment(axes, (left, at + 0.52, count), *_LOOKS[stage])
                left += count
            axes.text(
                left + most * 0.01, at + 0.7, str(left), va="center", color=GREY, size=POINT - 1
            )
        _title(figure, title, high)
        _stage_legend(figure, labels, high)

    return drawn((_WIDE, high), alt, draw)


def _segment(axes: Axes, place: tuple[float, float, int], face: str, hatch: str) -> None:
    left, low, count = place
    axes.add_patch(
        Rectangle(
            (left, low), count, 0.36, facecolor=face, edgecolor=INK, hatch=hatch, linewidth=0.6
        )
    )
    axes.text(
        left + count / 2,
        low + 0.18,
        str(count),
        ha="center",
        va="center",
        size=POINT - 1,
        color="white" if face in (BLUE, RUST) else INK,
        bbox={"facecolor": face, "edgecolor": "none", "pad": 0.8},
    )


def _stage_legend(figure: Figure, labels: tuple[tuple[str, str], ...], high: float) -> None:
    wide = _WIDE * _INCH
    starts = spread([label for _, label in labels], 0.03 * wide, 26)
    for (stage, label), at in zip(labels, starts, strict=True):
        face, hatch = _LOOKS[stage]
        box = Rectangle(
            (at / wide, 0.14 / high),
            11 / wide,
            0.14 / high,
            transform=figure.transFigure,
            facecolor=face,
            edgecolor=INK,
            hatch=hatch,
            linewidth=0.6,
        )
        figure.add_artist(box)
        figure.text((at + 14) / wide, 0.21 / high, label, va="center", size=POINT - 0.5)
