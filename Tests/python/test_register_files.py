"""What is taken away from the register, judged by programs that are not ours."""

import csv
import gzip
import io
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse
import urllib.request
import urllib.robotparser
import xml.etree.ElementTree as xml

import frictionless
import pyshacl
import pytest
import rdflib
import rdflib.compare

from program import BINARY, Service, environment

ATOM = {"atom": "http://www.w3.org/2005/Atom"}

# What DCAT-AP 3 has as mandatory of each class, and the classes and kinds of what is said.
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix : <urn:shapes:> .
:Catalogue a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:nodeKind sh:Literal ], [ sh:path dct:description ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ], [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ],
    [ sh:path dcat:service ; sh:class dcat:DataService ] .
:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:nodeKind sh:Literal ], [ sh:path dct:description ; sh:minCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ], [ sh:path dcat:theme ; sh:nodeKind sh:IRI ],
    [ sh:path dct:accrualPeriodicity ; sh:maxCount 1 ; sh:nodeKind sh:IRI ], [ sh:path dct:publisher ; sh:maxCount 1 ; sh:class foaf:Agent ] .
:Distribution a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ], [ sh:path dct:format ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ], [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
:Service a sh:NodeShape ; sh:targetClass dcat:DataService ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ], [ sh:path dcat:endpointURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
:Agent a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
"""


class Register(Service):
    """The public register by itself, from a file of made-up notices."""

    def start(self, file, *flags):
        self.begin("--only", "register", "--from", file, "--service-name", "Northshire Fire and Rescue", *flags)
        self.address = self.wait_for(r"The register is ready at (https?://\S+?)/register$", 60)[1]
        return self

    def get(self, path, **headers):
        with urllib.request.urlopen(urllib.request.Request(self.address + path, headers=headers), timeout=60) as answer:
            return answer.read(), answer.headers


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    folder = tmp_path_factory.mktemp("register")
    file = folder / "register.jsonl"
    subprocess.run([BINARY, "example", "register", "--notices", "400", "--file", file], env=environment(None), check=True, capture_output=True)
    lines = file.read_text().splitlines()
    whole = next(json.loads(line) for line in lines if "full" in json.loads(line))
    formula = whole | {"reference": "N-FORMULA", "premises": "=HYPERLINK(\"https://a.example\")"}
    formula["full"]["substance"] = "Two\r\nlines, \"quoted\""
    file.write_text("\n".join([*lines, json.dumps(formula)]) + "\n")
    # The links within files begin with where people find the register.
    service = Register(folder / "data").start(file, "--register-licence", "https://licence.example/open", "--register-pace", "off")
    yield service
    service.process.terminate()
    service.process.wait(timeout=20)


def test_the_data_package_is_valid_and_its_files_are_what_it_says(register, tmp_path):
    package = json.loads(register.get("/register/datapackage.json")[0])
    for resource in package["resources"]:
        file = tmp_path / resource["path"]
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(register.get("/register/" + resource["path"])[0])
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "type", "note"])
    assert package["licenses"] == [{"path": "https://licence.example/open"}]
    described = {resource["name"]: resource for resource in package["resources"]}
    rows = list(csv.DictReader(io.StringIO((tmp_path / "export/notices.csv").read_bytes().decode("utf-8"), newline="")))
    assert len(rows) == 401 and list(rows[0]) == [field["name"] for field in described["notices"]["schema"]["fields"]]


def test_the_same_notices_are_in_every_file(register):
    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(register.get("/register/export/notices.csv")[0].decode(), newline=""))}
    whole = json.loads(register.get("/register/export/notices.json")[0])
    lines = [json.loads(line) for line in register.get("/register/export/notices.jsonl")[0].splitlines()]
    features = json.loads(register.get("/register/export/notices.geojson")[0])["features"]
    assert whole["notices"] == lines and whole["count"] == len(lines) == len(rows) == len(features)
    assert {feature["id"]: feature["properties"] for feature in features} == {line["key"]: line for line in lines}
    for line in lines:
        row = rows[line["key"]]
        said = [line.get(member, "") for member in ("type", "status", "served", "retainUntil")]
        assert [row["type"], row["status"], row["served"], row["retain_until"]] == said and row["articles"] == ";".join(line["articles"])
    interim = [line for line in lines if line["extent"] == "three-particulars"]
    three = {"key", "reference", "edition", "extent", "articles", "persons", "premises", "address", "postcode", "events", "page"}
    assert interim and all(set(line) <= three and line["events"] == [] for line in interim)
    assert rows["N-FORMULA"]["premises"] == "'=HYPERLINK(\"https://a.example\")" and rows["N-FORMULA"]["substance"] == "Two\r\nlines, \"quoted\""
    national = list(csv.reader(io.StringIO(register.get("/register/export/national.csv")[0].decode(), newline="")))
    assert len(national[0]) == 11 and all(len(line) == 11 for line in national)


@pytest.mark.parametrize("path", [
    "/register", "/register?type=prohibition", "/register/map", "/register/export/notices.csv", "/register/export/notices.jsonl?status=complied",
    "/register/export/notices.json", "/register/api/v1/notices?limit=200", "/register/changes.atom",
])
def test_what_is_packed_unpacks_to_the_same(register, path):
    plain, headers = register.get(path)
    assert "Content-Encoding" not in headers and headers["Vary"] == "Accept-Encoding"
    for _ in range(2):
        packed, other = register.get(path, **{"Accept-Encoding": "gzip"})
        assert other["Content-Encoding"] == "gzip" and other["ETag"] == headers["ETag"] and len(packed) * 2 < len(plain)
        assert gzip.decompress(packed) == plain


def test_the_register_by_itself_has_what_browsers_and_search_engines_ask_for(register):
    robots, headers = register.get("/robots.txt")
    assert headers.get_content_type() == "text/plain" and b"Disallow: /register/export/" in robots
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(robots.decode().splitlines())
    assert rules.can_fetch("any", "/register/N-2024-0001") and rules.can_fetch("any", "/register")
    assert not rules.can_fetch("any", "/register/export/notices.csv") and b"Disallow: /register?*" in robots
    assert register.get("/favicon.ico")[1].get_content_type() == "image/svg+xml"
    # There is no journal behind a file, so nothing of it is shown or linked to.
    page = register.get("/register")[0].decode()
    notice = re.search(r'href="(/register/N-[^"]+)"', page)[1]
    for text in [page, register.get(notice)[0].decode()]:
        assert "journal" not in text and "For staff" not in text


@pytest.mark.parametrize("path, form", [("/register/catalogue.ttl", "turtle"), ("/register/catalogue.jsonld", "json-ld")])
def test_the_catalogue_keeps_to_dcat_ap(register, path, form):
    graph = rdflib.Graph().parse(data=register.get(path)[0].decode(), format=form)
    conforms, _, words = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(data=SHAPES, format="turtle"), inference="none")
    assert conforms, words
    distributions = list(graph.subjects(rdflib.RDF.type, rdflib.DCAT.Distribution))
    assert len(distributions) == 7
    for place in graph.objects(predicate=rdflib.DCAT.downloadURL):
        assert register.get(urllib.parse.urlparse(str(place)).path)[1]["ETag"]


def test_both_writings_of_the_catalogue_say_the_same(register):
    turtle = rdflib.Graph().parse(data=register.get("/register/catalogue.ttl")[0].decode(), format="turtle")
    linked = rdflib.Graph().parse(data=register.get("/register/catalogue.jsonld")[0].decode(), format="json-ld")
    assert rdflib.compare.isomorphic(turtle, linked) and len(turtle) > 60


def test_the_feed_is_atom_with_names_of_its_own(register):
    feed = xml.fromstring(register.get("/register/changes.atom")[0])
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    entries = feed.findall("atom:entry", ATOM)
    names = [entry.findtext("atom:id", namespaces=ATOM) for entry in entries]
    days = [entry.findtext("atom:updated", namespaces=ATOM) for entry in entries]
    assert len(entries) == 200 and len(set(names)) == 200 and days == sorted(days, reverse=True)
    for needed in ["id", "title", "updated", "author"]:
        assert feed.find(f"atom:{needed}", ATOM) is not None


def test_the_interface_answers_as_its_document_says(register, tmp_path):
    config = pathlib.Path(__file__).parent / "schemathesis.toml"
    said = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", "--config-file", config, "run", f"{register.address}/register/api/v1/openapi.json",
         "--workers", "2", "--no-color"], capture_output=True, text=True, timeout=280, cwd=tmp_path)
    assert said.returncode == 0, said.stdout[-20_000:] + said.stderr[-4_000:]
