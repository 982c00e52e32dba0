"""What is kept in memory between requests, with another process writing to the same database."""

import json

from example import example_service
from program import Service, command
from visiting import example_visitor


def test_a_command_beside_the_server_shows_on_the_next_page(tmp_path, server):
    service = example_service(tmp_path / "data", server).start()
    try:
        visitor = example_visitor(service)
        for number in range(3):
            name = f"Manager {number}, Protection"
            assert name not in visitor.get("/plans/peer-review-response")
            assert visitor.get("/plans/peer-review-response") == visitor.get("/plans/peer-review-response")
            command(service.folder, "plan", "import", plan_of(tmp_path, number), "--accept-suggestions", "--reference",
                    f"other-{number}", database=service.database)
            assert f"/plans/other-{number}" in visitor.get("/plans")
            # A page made after a change is not told of that change again.
            page = visitor.get(f"/plans/other-{number}")
            assert f"Answer number {number}" in page
            head = json.loads(command(service.folder, "journal", "head", "--json", database=service.database).stdout)
            assert f'data-since="{head["size"]}"' in page
    finally:
        service.stop()


def plan_of(folder, number):
    """A plan of one action, as text that the importer reads."""
    file = folder / f"plan-{number}.csv"
    file.write_text(
        f"Recommendation,Action,Owner,Due date\nFinding number {number},Answer number {number},R. Okafor,31/03/2027\n")
    return file


def test_what_one_server_changes_the_other_shows_at_once(tmp_path, postgres):
    first = example_service(tmp_path / "data", postgres).start()
    second = Service(tmp_path / "data", first.database).start()
    try:
        here, there = example_visitor(first), example_visitor(first, second.address)
        page, action = "/plans/peer-review-response", "/plans/peer-review-response/actions/1.1"
        for number in range(6):
            one, other = (here, there) if number % 2 == 0 else (there, here)
            for visitor in (one, other):
                assert f"Told as number {number}." not in visitor.get(action)
                visitor.get(page)
            one.get(action)
            assert one.post(action + "/updates", narrative=f"Told as number {number}.", stated="amber").status == 303
            for visitor in (other, one):
                assert f"Told as number {number}." in visitor.get(action)
                assert "updated today" in visitor.get(page) or "last update" in visitor.get(page)
    finally:
        second.stop()
        first.stop()
