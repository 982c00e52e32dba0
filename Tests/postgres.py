"""A PostgreSQL of our own: Debian's binaries, a folder that goes away, a socket and no port."""

import glob
import os
import pathlib
import shutil
import subprocess
import tempfile
import urllib.parse


class Postgres:
    """- fsync: whether a commit waits for the disk; a test that only wants a database does not."""

    def __init__(self, fsync=False):
        self.fsync = "on" if fsync else "off"
        binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        assert binaries, "no PostgreSQL under /usr/lib/postgresql; run bin/setup test"
        self.binaries = pathlib.Path(binaries[-1])
        # Root may not run the server; the package brings a user who does.
        self.user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-pg-", dir="/tmp"))
        if self.user:
            shutil.chown(self.folder, "postgres", "postgres")
        self.count = 0

    def run(self, name, *words):
        subprocess.run(
            [self.binaries / name, *words], check=True, cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, **self.user)

    def __enter__(self):
        self.run("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "postgres", "--no-sync",
                 "--encoding=UTF8", "--locale=C.UTF-8")
        settings = f"-c listen_addresses='' -c fsync={self.fsync} -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-o", settings, "-w", "start")
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def database(self):
        """The address of a new, empty database."""
        self.count += 1
        name = f"muster_{self.count}"
        self.run("createdb", "-h", self.folder, "-U", "postgres", name)
        return f"postgres://postgres@/{name}?host={urllib.parse.quote(str(self.folder), safe='')}"
