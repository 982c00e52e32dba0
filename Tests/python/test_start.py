"""What stands in the database's place is looked at before a byte is written to it."""

import pathlib
import random
import shutil
import signal
import sqlite3

import pytest

from example import example_service
from program import Service, command

SEED = 20261122


def refused(folder, *words, database=None):
    """Both kinds of command refuse it in one sentence that says what to do, and write nothing to it."""
    before = contents(folder)
    for asked in words or (["serve", "--port", "0"], ["plan", "list"]):
        result = command(folder, *asked, database=database, check=False)
        assert result.returncode == 1, (asked, result.stdout, result.stderr)
        assert len(result.stderr.splitlines()) == 1, result.stderr
    assert contents(folder) == before
    return result.stderr


def contents(folder):
    """The bytes of the database and its log. The index of the log (-shm) holds no data."""
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir() if not path.name.endswith("-shm")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The example service's data after a stop in order."""
    return example_service(tmp_path_factory.mktemp("whole") / "data").folder


@pytest.fixture
def data(whole, tmp_path):
    shutil.copytree(whole, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture(scope="module")
def cut_off(whole, tmp_path_factory):
    """The same after a kill: the newest change is in the -wal alone."""
    folder = tmp_path_factory.mktemp("cut") / "data"
    shutil.copytree(whole, folder)
    service = Service(folder).start()
    command(folder, "person", "add", "M. Ashworth")
    service.process.send_signal(signal.SIGKILL)
    service.process.wait()
    assert (folder / "muster.db-wal").stat().st_size
    return folder


def overwrite(folder, place, new):
    with open(folder / "muster.db", "r+b") as file:
        file.seek(place)
        file.write(new)


def flipped(data):
    overwrite(data, 30, b"\xff" * 20)


def another_beginning(data):
    overwrite(data, 0, b"Not SQLite at all")


def torn_page(data):
    overwrite(data, 40 * 4096, bytes(range(256)) * 16)


def truncated(data):
    size = (data / "muster.db").stat().st_size
    with open(data / "muster.db", "r+b") as file:
        file.truncate(size * 2 // 3)


def no_database(data):
    (data / "muster.db").write_text("Dear all,\nplease find the plan attached.\n" * 500)


def empty(data):
    (data / "muster.db").write_bytes(b"")


def folder(data):
    (data / "muster.db").unlink()
    (data / "muster.db").mkdir()


@pytest.mark.parametrize("harm", [flipped, another_beginning, torn_page, truncated, no_database, empty, folder])
def test_what_is_no_whole_database_is_refused_and_left_alone(data, harm):
    harm(data)
    if harm is folder:
        assert command(data, "plan", "list", check=False).returncode == 1
        return
    assert "muster restore" in refused(data)


def test_another_programs_file_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / "muster.db") as other:
        other.execute("CREATE TABLE invoice (id INTEGER PRIMARY KEY, sum REAL)")
    assert "invoice" in refused(tmp_path)


def test_another_programs_migrations_are_not_ours(tmp_path):
    with sqlite3.connect(tmp_path / "muster.db") as other:
        other.executescript("CREATE TABLE migration (version INTEGER); CREATE TABLE invoice (id INTEGER)")
    assert "other software" in refused(tmp_path)


@pytest.mark.parametrize("was_cut_off", [False, True])
def test_a_newer_database_is_refused(data, cut_off, was_cut_off):
    if was_cut_off:
        shutil.rmtree(data)
        shutil.copytree(cut_off, data)
    with sqlite3.connect(data / "muster.db") as newer:
        newer.execute("INSERT INTO migration VALUES ('plans-99', 99, '2030-01-01T00:00:00.000Z')")
        newer.commit()
        copy = {name: (data / name).read_bytes() for name in ("muster.db", "muster.db-wal") if (data / name).exists()}
    newer.close()
    for name, kept in copy.items():
        (data / name).write_bytes(kept)
    assert "plans-99" in refused(data)


def test_a_lost_log_is_noticed(cut_off, tmp_path):
    shutil.copytree(cut_off, tmp_path / "data")
    (tmp_path / "data" / "muster.db-wal").rename(tmp_path / "kept")
    (tmp_path / "data" / "muster.db-shm").unlink()
    assert "-wal" in refused(tmp_path / "data")
    (tmp_path / "kept").rename(tmp_path / "data" / "muster.db-wal")
    assert "M. Ashworth" in command(tmp_path / "data", "person", "list").stdout
    Service(tmp_path / "data").start().stop()
    assert not (tmp_path / "data" / "muster.db.lock").exists()


def tamper(data, *statements):
    """Changes the database as whoever owns the file can: past the triggers."""
    database = sqlite3.connect(data / "muster.db")
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        assert database.execute(statement).rowcount == 1, statement
    database.commit()
    database.close()


@pytest.mark.parametrize("change", [
    "UPDATE journal SET leaf = zeroblob(32) WHERE sequence = (SELECT MAX(sequence) FROM journal)",
    "UPDATE journal_payload SET state = '{}' WHERE sequence = (SELECT MAX(sequence) FROM journal)",
    "DELETE FROM journal_payload WHERE sequence = (SELECT MAX(sequence) FROM journal)",
    "UPDATE journal_node SET hash = zeroblob(32) WHERE level = 1 AND place = (SELECT MAX(place) FROM journal_node WHERE level = 1)",
    "UPDATE standing_override SET because = 'All is well.' WHERE id = (SELECT MAX(id) FROM standing_override)",
])
def test_an_end_that_does_not_belong_is_refused_at_the_start(data, change):
    tamper(data, change)
    assert "muster restore" in refused(data)


@pytest.mark.parametrize("change, named", [
    ("UPDATE action SET due_on = '2031-01-01' WHERE id = 3", "action/3"),
    ("UPDATE action SET reference_key = '77.1' WHERE id = 3", "action/3"),
    ("DELETE FROM action_owner WHERE action = 1 AND place = (SELECT MIN(place) FROM action_owner WHERE action = 1)", "action/1"),
    ("UPDATE party SET name = 'Somebody Else' WHERE id = 2", "party/2"),
    ("DELETE FROM milestone WHERE id = 1", "milestone/1"),
    ("INSERT INTO party VALUES (999, 1, 'person', 'Nobody', 'nobody', NULL, NULL)", "party/999"),
    ("UPDATE account SET roles = 'reader' WHERE id = 1", "account/1"),
    ("UPDATE journal SET verb = 'did nothing' WHERE sequence = 5", "entry 5"),
])
def test_check_names_what_was_changed_behind_musters_back(data, change, named):
    assert command(data, "check").returncode == 0
    tamper(data, change)
    said = command(data, "check", check=False)
    assert said.returncode == 1
    assert named in said.stdout


def test_no_byte_of_the_file_can_be_changed_unseen(data):
    """Either the start or the check says so, or what is recorded reads as it did."""
    dice, clean = random.Random(SEED), (data / "muster.db").read_bytes()
    kept = recorded(data)
    seen = 0
    for _ in range(40):
        changed = bytearray(clean)
        for place in dice.sample(range(100, len(clean)), 3):
            changed[place] ^= 1 << dice.randrange(8)
        (data / "muster.db").write_bytes(changed)
        said = command(data, "check", check=False)
        assert said.returncode in (0, 1), said.stderr
        if said.returncode == 0:
            assert recorded(data) == kept
        seen += said.returncode
    assert seen > 10


def recorded(data):
    """What the journal answers for: not the tables of secrets and sign-ins, which no journal holds."""
    rows = sqlite3.connect(f"file:{data}/muster.db?immutable=1", uri=True)
    names = ["journal", "journal_payload", "journal_node", "party", "holding", "membership", "account", "plan", "finding", "action",
             "milestone", "progress_update", "completion", "withdrawal", "action_owner"]
    return {name: rows.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def test_a_second_server_on_one_file_is_refused_until_the_first_is_gone(tmp_path):
    first = Service(tmp_path / "data").start("--empty")
    said = command(tmp_path / "data", "serve", "--port", "0", check=False)
    assert said.returncode == 1
    assert f"process {first.process.pid} since " in said.stderr
    assert command(tmp_path / "data", "person", "add", "M. Ashworth").returncode == 0
    first.process.kill()
    first.process.wait()
    Service(tmp_path / "data").start().stop()


def test_other_softwares_postgresql_is_refused(postgres, tmp_path):
    url = postgres.database()
    postgres.ask(url, "CREATE TABLE invoice (id INT); INSERT INTO invoice VALUES (1)")
    for words in (["serve", "--port", "0"], ["plan", "list"]):
        said = command(tmp_path, *words, database=url, check=False)
        assert (said.returncode, "invoice" in said.stderr) == (1, True), said.stderr
    assert postgres.ask(url, "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'") == "invoice"


def test_a_newer_postgresql_database_is_refused(postgres, tmp_path):
    url = postgres.database()
    command(tmp_path, "plan", "list", database=url)
    postgres.ask(url, "INSERT INTO migration VALUES ('plans-99', 99, '2030-01-01T00:00:00.000Z')")

    said = command(tmp_path, "plan", "list", database=url, check=False)
    assert (said.returncode, "plans-99" in said.stderr) == (1, True), said.stderr
    assert postgres.ask(url, "SELECT MAX(place) FROM migration") == "99"

