"""How the program begins to serve, and what it says when it can't."""

import re

import pytest

from program import command


@pytest.mark.parametrize("place", [("--port", "{port}"), ("--host", "no.such.host.invalid", "--port", "0")])
def test_an_address_that_cannot_be_listened_on_is_refused_in_a_sentence(example, tmp_path, place):
    port = re.search(r":(\d+)$", example.address)[1]
    said = command(tmp_path, "serve", "--empty", *(word.format(port=port) for word in place), check=False)
    assert said.returncode == 1, said.stderr
    assert said.stderr.splitlines()[-1].startswith("Muster can't listen on port "), said.stderr
    assert "not foreseen" not in said.stderr
    # What the system said of it is there for whoever looks for the cause.
    assert "A server could not listen" in said.stderr
