"""The example service, made by the program once in a run and copied for each test that changes it: making it takes many seconds.

To PostgreSQL it goes by an export.
"""

import fcntl
import os
import pathlib
import shutil
import tempfile

from program import Service, command

# The folder that all workers of one run share: Tests/conftest.py makes it and takes it away.
PLACE = "MUSTER_TEST_PLACE"


def once(name, make):
    """What `make` puts into a new folder, by whichever worker comes first."""
    place = pathlib.Path(os.environ[PLACE])
    with open(place / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / name).exists():
            shutil.rmtree(place / f"{name}.begun", ignore_errors=True)
            make(place / f"{name}.begun")
            (place / f"{name}.begun").rename(place / name)
    return place / name


def example_service(folder, server=None):
    """An example service on a folder of its own and, where there is a PostgreSQL, in a database of its own there; it is not started."""
    made = once("example", lambda place: Service(place).start(seconds=240).stop())
    if server is None:
        shutil.copytree(made, folder, dirs_exist_ok=True)
        return Service(folder)
    if server.example is None:
        taken = once("example.copy", lambda place: exported(made, place))
        address = server.database()
        command(server.folder / "example", "import", taken, database=address, seconds=240)
        server.example = address
    shutil.copytree(made, folder, ignore=shutil.ignore_patterns("muster.db*"), dirs_exist_ok=True)
    return Service(folder, server.database(like=server.example))


def exported(made, place):
    """The service as a file, taken from a copy: whoever has a database open keeps a log beside it, and others copy that folder meanwhile."""
    with tempfile.TemporaryDirectory() as own:
        shutil.copytree(made, own, dirs_exist_ok=True)
        command(own, "export", place, seconds=240)
