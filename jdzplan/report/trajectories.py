"""One indicator as a picture: path, expected value, actuals, projection, target."""

from fractions import Fraction
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from jdzplan.report.canvas import BLUE, GREY, INK, PALE, POINT, RUST, Drawing, drawn, spread

_SIZE = (6.4, 3.4)
_INCH = 72.0


class Point(NamedTuple):
    """A figure of a year, as it is drawn and as it is printed beside the mark."""

    year: int
    value: Fraction
    text: str
    is_sample: bool = False
    is_below: bool = False
    """Whether its text goes below the mark, away from the path."""


class Projection(NamedTuple):
    """Where the changes so far lead: the value of the target year and its interval."""

    point: Point
    low: float
    high: float


class Trajectory(NamedTuple):
    """What is drawn of one indicator; `labels` are the words of the legend, by key."""

    title: str
    axis: str
    years: tuple[int, int]
    path: tuple[tuple[int, Fraction], ...]
    expected: tuple[int, Fraction] | None
    actuals: tuple[Point, ...]
    baseline: Point | None
    target: Point
    projection: Projection | None
    is_rank: bool
    labels: dict[str, str]
    watermark: str


def trajectory(what: Trajectory, alt: str) -> Drawing:
    """The SVG of one indicator."""

    def draw(axes: Axes, figure: Figure) -> None:
        axes.set_position((0.105, 0.2, 0.855, 0.62))
        _frame(axes, figure, what)
        _lines(axes, what)
        _marks(axes, what)
        _legend(figure, what)

    return drawn(_SIZE, alt, draw)


def _frame(axes: Axes, figure: Figure, what: Trajectory) -> None:
    first, last = what.years
    axes.set_xlim(first - 0.45, last + 0.75)
    axes.set_xticks(range(first, last + 1))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=3)
    axes.yaxis.grid(visible=True, color=PALE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.margins(y=0.16)
    if what.is_rank:  # whole places, the first on top
        places = [int(p.value) for p in (what.baseline, what.target, *what.actuals) if p]
        axes.set_ylim(max(places) + 1, max(min(places) - 1, 0))
        axes.set_yticks(range(max(min(places) - 1, 1), max(places) + 2))
    figure.text(0.02, 0.93, what.title, size=POINT + 2, weight="bold", va="center")
    figure.text(0.02, 0.86, what.axis, size=POINT - 1, color=GREY, va="center")
    if what.watermark:
        axes.text(
            0.5,
            0.5,
            what.watermark,
            transform=axes.transAxes,
            size=POINT * 4,
            color=PALE,
            alpha=0.6,
            rotation=18,
            rotation_mode="anchor",
            ha="center",
            va="center",
            zorder=0.5,
        )


def _lines(axes: Axes, what: Trajectory) -> None:
    if what.path:
        years, values = zip(*((year, float(value)) for year, value in what.path), strict=True)
        axes.plot(years, values, color=GREY, linestyle=(0, (5, 3)), linewidth=1.2, zorder=2)
    axes.axhline(float(what.target.value), color=RUST, linewidth=0.8, linestyle=(0, (1, 2)))
    known = [point for point in (what.baseline, *what.actuals) if point]
    if len(known) > 1:
        axes.plot(
            [p.year for p in known], [float(p.value) for p in known], color=BLUE, linewidth=1.6
        )
    if what.projection and known:
        end = what.projection.point
        ends = [known[-1], end]
        axes.plot(
            [p.year for p in ends],
            [float(p.value) for p in ends],
            color=BLUE,
            linewidth=1.1,
            linestyle=(0, (1, 1.5)),
        )
        axes.plot(
            [end.year] * 2,
            [what.projection.low, what.projection.high],
            color=BLUE,
            linewidth=4,
            alpha=0.35,
            solid_capstyle="butt",
        )


def _marks(axes: Axes, what: Trajectory) -> None:
    target = what.target
    if what.expected:
        year, value = what.expected
        axes.plot(
            [year], [float(value)], "x", color=INK, markersize=6, markeredgewidth=1.6, zorder=4
        )
    axes.plot([target.year], [float(target.value)], "D", color=RUST, markersize=6, zorder=4)
    _say(axes, target, RUST, dx=8, dy=0, side="left", middle="center")
    for point in filter(None, (what.baseline, *what.actuals)):
        face = "white" if point.is_sample else BLUE
        axes.plot(
            [point.year],
            [float(point.value)],
            "o",
            color=BLUE,
            markerfacecolor=face,
            markersize=6,
            zorder=5,
        )
        away, middle = (-7, "top") if point.is_below else (7, "bottom")
        _say(axes, point, INK, dx=0, dy=away, side="center", middle=middle)
    if what.projection:
        end = what.projection.point
        axes.plot([end.year], [float(end.value)], "_", color=BLUE, markersize=9, zorder=4)


def _say(
    axes: Axes, point: Point, color: str, *, dx: float, dy: float, side: str, middle: str
) -> None:
    """The printed figure beside its mark."""
    axes.annotate(
        point.text,
        (point.year, float(point.value)),
        xytext=(dx, dy),
        textcoords="offset points",
        ha=side,
        va=middle,
        color=color,
        size=POINT - 0.5,
        zorder=6,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 0.6},
    )


def _legend(figure: Figure, what: Trajectory) -> None:
    """A row below the picture, each mark before its word."""
    looks: dict[str, dict[str, object]] = {
        "path": {"color": GREY, "linestyle": (0, (5, 3)), "linewidth": 1.2},
        "expected": {"color": INK, "marker": "x", "linestyle": "none", "markeredgewidth": 1.6},
        "actual": {"color": BLUE, "marker": "o", "linewidth": 1.6, "markersize": 5},
        "sample": {
            "color": BLUE,
            "marker": "o",
            "markerfacecolor": "white",
            "linewidth": 1.6,
            "markersize": 5,
        },
        "projected": {"color": BLUE, "linestyle": (0, (1, 1.5)), "linewidth": 1.1},
        "target": {"color": RUST, "marker": "D", "linestyle": "none", "markersize": 5},
    }
    shown = [key for key in looks if key in what.labels]
    wide, high = (size * _INCH for size in _SIZE)
    starts = spread([what.labels[key] for key in shown], 0.03 * wide, 32)
    for key, at in zip(shown, starts, strict=True):
        figure.add_artist(
            _line([at / wide, (at + 9) / wide, (at + 18) / wide], 16 / high, looks[key])
        )
        figure.text((at + 22) / wide, 16 / high, what.labels[key], va="center", size=POINT - 0.5)


def _line(across: list[float], height: float, look: dict[str, object]) -> Line2D:
    line = Line2D(across, [height] * 3, **look)  # type: ignore[arg-type]
    line.set_markevery([1])
    return line
