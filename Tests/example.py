"""The example service, made by the program once in a run and copied for each test that changes it: making it takes many seconds."""

import fcntl
import os
import pathlib
import shutil

from program import Service

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
    if server is None:
        shutil.copytree(once("example", lambda place: Service(place).start(seconds=240).stop()), folder, dirs_exist_ok=True)
        return Service(folder)
    if server.example is None:
        first = Service(server.folder / "example", server.database())
        first.start(seconds=240).stop()
        server.example = first
    shutil.copytree(server.example.folder, folder, dirs_exist_ok=True)
    return Service(folder, server.database(like=server.example.database))
