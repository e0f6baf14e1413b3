"""The panel: what it says of every row is what `check` says, to the letter."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from jdzplan.panel.sources import Engine
from tests.panel_world import World, by_check, by_panel, worlds


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    yield Engine(memory="500MB")


# Worlds are too large to be made smaller in a sensible time.
_SETTINGS = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@_SETTINGS
@given(world=worlds())
def test_the_panel_says_what_check_says(engine: Engine, world: World) -> None:
    assert by_panel(world, engine) == by_check(world)
