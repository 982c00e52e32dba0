"""What bash completes, asked of bash itself."""

import os
import shlex
import subprocess

import pytest

from program import BINARY, command

SCRIPT = """
source <("$1" completions bash); shift
COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
"$(complete -p muster | sed -E 's/.*-F ([^ ]+) .*/\\1/')" muster "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A plan with one finding and one action."""
    folder = tmp_path_factory.mktemp("completions")
    for line in ["plan begin --title 'Audit response' --from 2026-04-01 --through 2027-03-31", "plan finding add audit-response --text x",
                 "plan action add audit-response 1 --text y"]:
        command(folder, *shlex.split(line))
    return folder


def completed(data, line, **more):
    """What bash offers for the last word of a line; a blank at its end begins a new word."""
    words = line.format(data=data).split(" ")
    folder = data / "bin"
    folder.mkdir(exist_ok=True)
    if not (folder / "muster").exists():
        (folder / "muster").symlink_to(BINARY)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MUSTER_")}
    said = subprocess.run(
        ["bash", "-c", SCRIPT, "bash", folder / "muster", *words], capture_output=True, text=True, cwd=data, timeout=60,
        env=clean | {"PATH": f"{folder}:{os.environ['PATH']}"} | more)
    assert said.returncode == 0, said.stderr
    return said.stdout.split()


@pytest.mark.parametrize("line, wanted", [
    ("muster pl", {"plan"}), ("muster plan wo", {"work"}), ("muster plan finding ", {"add", "edit", "move", "withdraw", "restore"}),
    ("muster account add a@b.example --role ", {"reader", "owner", "manager", "approver", "administrator"}),
    ("muster --data {data} plan sh", {"show"}),
    ("muster plan show --data {data} ", {"audit-response"}), ("muster plan --data {data} update audit-response ", {"1.1"}),
    ("muster plan finding edit audit-response --data {data} ", {"1"}),
])
def test_bash_completes(data, line, wanted):
    assert wanted <= set(completed(data, line)), line


def test_the_environment_says_where_the_data_is(data):
    assert completed(data, "muster plan show aud", MUSTER_DATA=str(data)) == ["audit-response"]


def test_where_there_is_no_data_nothing_is_offered_and_nothing_made(data, tmp_path):
    assert completed(data, f"muster plan show --data {tmp_path}/none x") == []
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_scripts_too(data, shell):
    said = command(data, "completions", shell).stdout
    assert "muster" in said and len(said.splitlines()) > 100
