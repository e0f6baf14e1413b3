"""The panel on a real PostgreSQL server; needs PostgreSQL's programs, and is run where it is named.

python -m pytest tests/panel_servers/test_postgres.py
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from jdzplan.panel.sources import Engine
from tests.panel_world import World, by_check, by_panel, worlds


def program(name: str) -> str:
    """A program of PostgreSQL; Debian keeps them out of the path."""
    found = shutil.which(name) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None
    )
    if found is None:
        pytest.fail(f"{name} is not there: install PostgreSQL (Debian: apt-get install postgresql)")
    return found


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A throw-away server; it refuses to run as root, so that root starts it as nobody."""
    user = "nobody" if os.getuid() == 0 else None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="jdzplan") as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"

        def run(*command: str) -> None:
            subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

        initdb, control = program("initdb"), program("pg_ctl")
        run(initdb, "-D", data, "-U", "jdz", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off"
        run(control, "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        yield f"postgres://jdz@127.0.0.1:{port}/postgres"
        run(control, "-D", data, "-m", "fast", "stop")


@pytest.fixture(scope="module")
def engine(url: str) -> Engine:
    return Engine(url)


@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(world=worlds())
def test_postgresql_says_what_check_says(engine: Engine, world: World) -> None:
    assert by_panel(world, engine) == by_check(world)
