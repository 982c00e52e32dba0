import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from postgres import Postgres  # noqa: E402
from program import Service  # noqa: E402


@pytest.fixture(scope="session")
def postgres():
    with Postgres() as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request):
    """Gives a function that names a new database: None for the file in the data folder."""
    if request.param == "sqlite":
        return lambda: None
    return request.getfixturevalue("postgres").database


@pytest.fixture
def empty(engine, tmp_path):
    """A service that was started with nothing in it, on each engine."""
    service = Service(tmp_path / "data", engine()).start("--empty")
    yield service
    service.stop()


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The example service, started once for all tests that only read it."""
    service = Service(tmp_path_factory.mktemp("example") / "data").start()
    yield service
    service.stop()
