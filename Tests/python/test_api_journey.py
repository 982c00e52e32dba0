"""A plan's life through the API, by a client that was made from the document alone, on both engines."""

import concurrent.futures
import csv
import datetime
import hashlib
import io

import openpyxl
import pytest

from api import Client, token
from program import EXAMPLE, command

EMAIL = "d.asante@northshire.example"
TODAY = datetime.date.today()


def day(distance):
    return (TODAY + datetime.timedelta(days=distance)).isoformat()


@pytest.fixture
def client(empty):
    """A client with a token of a person who keeps plans and people."""
    roles = [word for role in ("reader", "owner", "manager", "administrator") for word in ("--role", role)]
    command(empty.folder, "account", "add", EMAIL, "--name", "D. Asante", *roles, database=empty.database)
    scopes = ["plans:read", "plans:write", "people:read", "people:write", "accounts:read", "accounts:write", "journal:read"]
    return Client(empty.address, token(empty, "journey", scopes, EMAIL))


def begin(client):
    """A plan with a finding and an action of the token's own person."""
    plan = client.ask("beginPlan", {"title": "Night cover", "from": day(-100), "through": day(100)})
    assert plan.status == 201, plan.body
    reference = plan.json["reference"]
    assert plan.headers["Location"] == f"/api/v1/plans/{reference}"
    assert client.send("GET", plan.headers["Location"]).json == plan.json
    finding = client.ask("addFinding", {"text": "Cover at night is not clear", "since": day(-100)}, plan=reference)
    action = client.ask(
        "addAction", {"text": "Publish a rota", "owners": ["D. Asante"], "due": day(30), "since": day(-100)},
        plan=reference, finding=finding.json["reference"])
    assert action.status == 201, action.body
    return {"plan": reference, "action": action.json["reference"]}


def test_a_plan_is_begun_reported_on_and_seen_on_any_day(client):
    own = begin(client)
    update = client.ask("postUpdate", {"asOf": day(-50), "narrative": "The rota is drafted.", "stated": "green"}, **own)
    assert update.status == 201, update.body
    done = client.ask("complete", {"on": day(-10), "delivered": "The rota is out."}, **own)
    assert (done.json["standing"]["colour"], done.json["standing"]["reasons"][0]) == ("amber", "said to be done, nothing shows it")
    assert [item["reference"] for item in client.pages("listActions", plan=own["plan"], query={"evidence": "bare"})] == [own["action"]]
    piece = client.ask("addActionEvidence", {"shows": "The rota", "link": "https://northshire.example/rota"}, **own)
    assert (piece.status, piece.json["holds"]) == (201, True), piece.body
    assert client.ask("showAction", **own).json["standing"]["colour"] == "blue"
    assert client.ask("complete", {"on": day(-5)}, **own).problem == "action-already-done"

    before = client.ask("showAction", query={"on": day(-20)}, **own).json
    assert (before["standing"]["colour"], before["stated"], before.get("completion")) == ("green", "green", None)
    assert client.ask("showPlan", plan=own["plan"]).json["counts"]["blue"] == 1
    assert client.ask("showPlan", plan=own["plan"], query={"on": day(-20)}).json["counts"]["blue"] == 0
    assert [item["reference"] for item in client.pages("listActions", plan=own["plan"], query={"standing": "blue"})] == [own["action"]]
    assert list(client.pages("listActions", plan=own["plan"], query={"standing": "red"})) == []
    assert [item["reference"] for item in client.pages("listWork")] == [own["action"]]

    verbs = [entry["verb"] for entry in client.pages("listHistory", plan=own["plan"], query={"limit": 2})]
    assert verbs == ["added evidence for the action", "recorded the action as done", "updated the action", "added the action", "added the finding", "began the plan"]
    assert client.ask("reopen", **own).json.get("completion") is None


def test_a_plan_is_taken_away_as_its_page_is_shown(client):
    own = begin(client)
    client.ask("addAction", {"text": "Train officers", "due": day(10), "since": day(-100)}, plan=own["plan"], finding="1")
    client.ask("complete", {"on": day(-10)}, **own)
    client.ask("addActionEvidence", {"shows": "The rota", "link": "https://northshire.example/rota"}, **own)

    def taken(form, **query):
        return client.ask("exportPlan", query=query, headers={"Accept": "*/*"}, plan=own["plan"], format=form)

    table = taken("csv", sort="due")
    assert table.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert f'filename="{own["plan"]} {day(0)}.csv"' in table.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(table.body.decode("utf-8-sig"))))
    assert [row["Action text"] for row in rows] == ["Train officers", "Publish a rota"]
    done = list(csv.DictReader(io.StringIO(taken("csv", standing="blue").body.decode("utf-8-sig"))))
    assert [(row["Done"], row["Evidence"]) for row in done] == [(day(-10), "The rota (https://northshire.example/rota)")]
    book = openpyxl.load_workbook(io.BytesIO(taken("xlsx", sort="-due").body))
    assert [row[4] for row in book["Actions"].iter_rows(values_only=True)] == ["Action text", "Publish a rota", "Train officers"]
    again = client.ask("exportPlan", headers={"Accept": "text/csv", "If-None-Match": table.headers["ETag"]}, query={"sort": "due"},
                       plan=own["plan"], format="csv")
    assert again.status == 304
    assert (taken("pdf").status, taken("pdf").problem) == (404, "no-such-format")
    assert taken("csv", colour="red").problem == "request-not-as-described"
    assert client.ask("exportPlan", plan=own["plan"], format="csv").problem == "not-acceptable"


def test_two_who_change_one_thing_are_told_of_each_other(client):
    own = begin(client)
    read = client.ask("showAction", **own)
    tag = read.headers["ETag"]
    assert client.ask("showAction", headers={"If-None-Match": tag}, **own).status == 304
    change = {"text": "Publish a rota each month", "owners": ["D. Asante"], "due": day(30)}
    assert client.ask("changeAction", change, **own).problem == "if-match-missing"
    # An update by another is no change of the wording, so the tag still names what was read.
    client.ask("postUpdate", {"narrative": "Under way."}, **own)
    first = client.ask("changeAction", change, headers={"If-Match": tag}, **own)
    assert (first.status, first.json["text"]) == (200, change["text"])
    second = client.ask("changeAction", change | {"text": "Another"}, headers={"If-Match": tag}, **own)
    assert (second.status, second.problem) == (412, "changed-since-read")
    again = client.ask("showAction", **own)
    assert again.json["text"] == change["text"]
    third = client.ask("changeAction", change | {"text": "Another"}, headers={"If-Match": again.headers["ETag"]}, **own)
    assert third.json["text"] == "Another"


def test_a_request_is_sent_again_and_done_once(client):
    own = begin(client)
    body, key = {"narrative": "Said once."}, {"Idempotency-Key": "update-1"}
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.ask("postUpdate", body, key, **own), range(8)))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.body for answer in answers}) == 1
    assert [update["narrative"] for update in client.pages("listUpdates", **own)] == ["Said once."]
    other = client.ask("postUpdate", {"narrative": "Said otherwise."}, key, **own)
    assert (other.status, other.problem) == (422, "idempotency-key-used-otherwise")


def test_people_are_named_tied_and_leave(client):
    post = client.ask("addParty", {"kind": "post", "name": "Head of Protection"}).json
    person = client.ask("addParty", {"name": "AM Brook"}).json
    tie = client.ask("givePost", {"post": post["number"], "person": person["number"], "from": day(-30)})
    assert tie.status == 201, tie.body
    assert client.ask("givePost", {"post": post["number"], "person": person["number"], "from": day(0)}).problem == "already-holds-post"
    names = {item["name"]: item["standIns"] for item in client.pages("listParties", query={"limit": 1})}
    assert names["Head of Protection"] == ["AM Brook"]
    read = client.ask("showParty", party=person["number"])
    left = client.ask("recordLeaving", {"left": day(0)}, {"If-Match": read.headers["ETag"]}, party=person["number"])
    assert left.json["holdings"][0]["through"] == day(-1)
    assert "AM Brook" not in {item["name"] for item in client.pages("listParties")}


def test_a_word_file_becomes_a_plan(client):
    sent = client.ask(
        "beginImport", EXAMPLE.read_bytes(), {"Content-Type": "application/octet-stream"}, {"name": EXAMPLE.name})
    assert sent.status == 201, sent.body
    number, draft = sent.json["number"], sent.json["draft"]
    answers = {f"{query['location']}|{query['code']}": query["suggestion"] for query in draft["queries"]}
    assert client.ask("answerQueries", answers, **{"import": number}).json["draft"]["queries"] == []
    plan = client.ask("takeOver", {name: sent.json["proposed"][name] for name in ("title", "from", "through")}, **{"import": number})
    assert plan.status == 201, plan.body
    assert len(plan.json["findings"]) == 8
    assert len(list(client.pages("listActions", plan=plan.json["reference"], query={"limit": 5}))) == 16
    assert client.ask("showImport", **{"import": number}).problem == "import-not-found"


def parent(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root(proof):
    """The root that an inclusion proof leads to, by the algorithm of RFC 9162, section 2.1.3.2."""
    index, last, value = proof["sequence"] - 1, proof["head"]["size"] - 1, bytes.fromhex(proof["leaf"])
    for step in map(bytes.fromhex, proof["path"]):
        assert last
        if index & 1 or index == last:
            value = parent(step, value)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            value = parent(value, step)
        index, last = index >> 1, last >> 1
    assert not last
    return value.hex()


def test_the_journal_proves_what_was_done(client):
    older = client.ask("showHead").json
    begin(client)
    head = client.ask("showHead").json
    entries = list(client.pages("listEntries", query={"limit": 2}))
    assert [entry["sequence"] for entry in entries] == list(range(head["size"], 0, -1))
    assert entries[0]["who"].startswith("person/") and "program_token/" in entries[0]["who"]
    for entry in entries:
        proof = client.ask("proveEntry", sequence=entry["sequence"]).json
        assert (proof["head"], root(proof)) == (head, head["root"])
    consistency = client.ask("proveConsistency", query={"older": older["size"]}).json
    assert (consistency["older"], consistency["newer"]) == (older, head)
    assert client.ask("showHead", query={"size": older["size"]}).json == older


def test_what_a_token_may_is_told(client, empty):
    assert client.ask("showMe").json["scopes"] == [
        "accounts:read", "accounts:write", "journal:read", "people:read", "people:write", "plans:read", "plans:write"]
    reader = Client(empty.address, token(empty, "reader", ["plans:read"], EMAIL))
    assert list(reader.pages("listPlans")) == []
    refused = reader.ask("beginPlan", {"title": "X", "from": day(0), "through": day(1)})
    assert (refused.status, refused.problem) == (403, "scope-missing")
    assert "plans:write" in refused.headers["WWW-Authenticate"]
    page = reader.send("GET", refused.json["type"], headers={"Accept": "text/html"})
    assert page.status == 200 and b"does only what its scopes name" in page.body
    nobody = Client(empty.address, "mst_wrong")
    assert nobody.ask("listPlans").problem == "token-not-good"
