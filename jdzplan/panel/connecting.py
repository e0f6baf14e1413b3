"""Which engine a URL stands for.

Ibis speaks to more of them, but only those named here have been seen to say what `check` says.
"""

from importlib.util import find_spec

import ibis

from jdzplan.panel.embedded import Embedded
from jdzplan.panel.engine import Engine, SourceError, refusals
from jdzplan.panel.spark import Spark

EMBEDDED = "duckdb://"
# What each engine needs, and the extra that brings it, by the first word of its URL.
ENGINES = {
    "duckdb": ("duckdb", "panel"),
    "postgres": ("psycopg", "panel-postgres"),
    "postgresql": ("psycopg", "panel-postgres"),
    "spark": ("pyspark", "panel-spark"),
}


def connected(url: str = EMBEDDED, *, memory: str | None = None) -> Engine:
    """The engine of a URL; `memory` is the limit of the embedded one."""
    scheme = url.partition(":")[0]
    if scheme not in ENGINES:
        raise SourceError("no_engine", scheme=scheme, known=", ".join(ENGINES))
    needed, extra = ENGINES[scheme]
    if find_spec(needed) is None:
        raise SourceError("needs_engine", scheme=scheme, extra=extra)
    with refusals("no_connection", url=scheme):
        if scheme == "duckdb":
            return Embedded(url, memory)
        if scheme == "spark":
            return Spark(url)
        return Engine(ibis.connect(url))
