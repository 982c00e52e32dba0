"""The program under test: started as a user starts it, stopped as a user stops it."""

import dataclasses
import os
import pathlib
import queue
import re
import signal
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).parents[1]
BINARY = pathlib.Path(os.environ.get("MUSTER_BINARY", ROOT / ".build/debug/muster"))
EXAMPLE = ROOT / "Sources/App/Example/peer-review-response.docx"


def command(folder, *words, database=None, check=True, through=(), seconds=120):
    """Runs one command of the program on the data in a folder, and gives what it said.

    - through: a command that runs it, such as setpriv."""
    result = subprocess.run(
        [*through, BINARY, *words, "--data", folder], env=environment(database), capture_output=True, text=True, timeout=seconds)
    if check:
        assert result.returncode == 0, f"muster {' '.join(map(str, words))}: {result.returncode}\n{result.stdout}{result.stderr}"
    return result


def environment(database):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MUSTER_")}
    return clean | ({"MUSTER_DATABASE": database} if database else {})


@dataclasses.dataclass
class Service:
    """`muster serve` on a folder, with what it printed on the way up."""

    folder: pathlib.Path
    database: str | None = None

    def begin(self, *flags):
        """Starts it and waits for nothing."""
        self.log = open(self.folder.parent / f"{self.folder.name}.log", "a+")
        self.process = subprocess.Popen(
            [BINARY, "serve", "--port", "0", "--data", self.folder, *flags], env=environment(self.database),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, text=True, start_new_session=True)
        self.said, self.heard = [], queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def start(self, *flags, seconds=120):
        self.begin(*flags)
        self.address = self.wait_for(r"Muster is ready at (https?://\S+?)/?$", seconds)[1]
        self.kept = self.wait_for(r"Data is kept in (\S.*)$", 10)[1]
        return self

    def way_in(self):
        """The line that says how to sign in."""
        return self.wait_for(r"(Sign in.*)$", 10)[1]

    def welcome(self):
        """The one-time link of a service that was started empty."""
        return re.search(r"https?://\S+/welcome/\S+", self.way_in())[0]

    def stop(self):
        """Ctrl-C: it must end well, and leave a database that was closed in order."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=20)
        assert code == 0, f"serve ended with {code}:\n{self.errors()}"
        left = [path.name for path in self.folder.glob("*-wal") if path.stat().st_size]
        assert not left, f"the database was not closed: {left}"

    def errors(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text()[-4000:]

    def _listen(self):
        for line in self.process.stdout:
            self.heard.put(line.rstrip("\n"))
        self.heard.put(None)

    def wait_for(self, pattern, seconds):
        """The line that it prints, or printed, that the pattern finds."""
        end = time.monotonic() + seconds
        while True:
            for line in self.said:
                if found := re.search(pattern, line):
                    return found
            try:
                line = self.heard.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                self.process.kill()
                raise AssertionError(f"serve never said {pattern!r}; it said {self.said} and\n{self.errors()}")
            self.said.append(line)
