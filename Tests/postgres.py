"""A PostgreSQL of our own: Debian's binaries, a folder that goes away, a socket and no port."""

import glob
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
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
        self.count, self.example = 0, None

    def run(self, name, *words):
        subprocess.run(
            [self.binaries / name, *words], check=True, cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, **self.user)

    def __enter__(self):
        self.run("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "postgres", "--no-sync",
                 "--encoding=UTF8", "--locale=C.UTF-8")
        self.start()
        return self

    def start(self):
        settings = f"-c listen_addresses='' -c fsync={self.fsync} -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-o", settings, "-w", "start")

    def stop(self):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "fast", "-w", "stop")

    def kill(self):
        """The server and each of its children at once, as when the machine's memory has run out."""
        process = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        # Halted first, so that it has no more children than we know of.
        os.kill(process, signal.SIGSTOP)
        all_of_them = [process, *map(int, pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split())]
        for number in all_of_them:
            os.kill(number, signal.SIGKILL)
        while any(self._lives(number) for number in all_of_them):
            time.sleep(0.005)
        # Where nobody has buried it yet, its number would be taken for a running server.
        for lock in [self.folder / "data/postmaster.pid", *self.folder.glob(".s.PGSQL.*.lock")]:
            lock.unlink()

    @staticmethod
    def _lives(process):
        try:
            return "State:\tZ" not in pathlib.Path(f"/proc/{process}/status").read_text()
        except (FileNotFoundError, ProcessLookupError):
            return False

    def ask(self, url, statement):
        """What psql prints in answer."""
        return subprocess.run(["psql", url, "-XAtc", statement], capture_output=True, text=True, check=True).stdout.strip()

    def __exit__(self, *_):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def database(self, like=None):
        """The address of a new database: an empty one, or a copy of one that nobody is connected to."""
        self.count += 1
        name = f"muster_{self.count}"
        self.run("createdb", "-h", self.folder, "-U", "postgres", *(["-T", urllib.parse.urlsplit(like).path[1:]] if like else []), name)
        return f"postgres://postgres@/{name}?host={urllib.parse.quote(str(self.folder), safe='')}"
