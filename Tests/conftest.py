import os
import pathlib
import shutil
import sys
import tempfile

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from example import PLACE, example_service  # noqa: E402
from postgres import Postgres  # noqa: E402
from program import Service  # noqa: E402


def pytest_configure(config):
    """The folder that all workers share; the first process makes it, and the workers are told of it by what it leaves them."""
    if not hasattr(config, "workerinput"):
        os.environ[PLACE] = tempfile.mkdtemp(prefix="muster-tests-")


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ[PLACE], ignore_errors=True)


@pytest.fixture(scope="session")
def postgres():
    with Postgres() as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def server(request):
    """Where databases are: None for the file in the data folder, or a PostgreSQL."""
    return request.getfixturevalue("postgres") if request.param == "postgres" else None


@pytest.fixture(scope="session")
def engine(server):
    """Gives a function that names a new database: None for the file in the data folder."""
    return server.database if server else lambda: None


@pytest.fixture
def empty(engine, tmp_path):
    """A service that was started with nothing in it, on each engine."""
    service = Service(tmp_path / "data", engine()).start("--empty")
    yield service
    service.stop()


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The example service, started once for all tests that only read it."""
    service = example_service(tmp_path_factory.mktemp("example") / "data").start()
    yield service
    service.stop()
