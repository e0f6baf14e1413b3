"""The panel on Spark in local mode; needs pyspark and Java, and is run where it is named.

python -m pytest tests/panel_servers/test_spark.py
"""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from jdzplan.panel.sources import Engine
from tests.panel_world import World, by_check, by_panel, worlds


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine("pyspark://?spark.master=local[2]&spark.sql.shuffle.partitions=4")


@pytest.mark.filterwarnings("ignore")
@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(world=worlds())
def test_spark_says_what_check_says(engine: Engine, world: World) -> None:
    assert by_panel(world, engine) == by_check(world)
