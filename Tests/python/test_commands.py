"""What the commands print, where it comes from what stands around them."""

import json

from program import command


def test_a_link_leads_to_where_the_service_is(tmp_path):
    said = command(
        tmp_path / "data", "account", "add", "jo@example.org", "--name", "Jo Lane", "--json",
        "--address", "https://muster.example.org")
    assert json.loads(said.stdout)["link"].startswith("https://muster.example.org/")


def test_a_token_may_be_for_the_scopes_of_every_slice(tmp_path):
    folder = tmp_path / "data"
    command(folder, "account", "add", "jo@example.org", "--name", "Jo Lane")
    scopes = ["plans:read", "people:read", "journal:read"]
    words = [word for scope in scopes for word in ("--scope", scope)]
    said = json.loads(command(folder, "token", "create", "Export", "--for", "jo@example.org", *words, "--json").stdout)
    assert sorted(said["scopes"]) == sorted(scopes)
