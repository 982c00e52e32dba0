import Kernel
import Testing

@testable import Web

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONNode { try JSONReader.read(Array(text.utf8)) }

    @Test(arguments: [
        ("null", JSONNode.null), (" [1, -2.5e1, true] ", [1, .number(-25), true]), (#"{"a":{"b":[]}}"#, ["a": ["b": []]]),
        (#""\u00e9\ud83d\ude92\n\/""#, "é🚒\n/"), ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(9223372036854775808)),
    ] as [(String, JSONNode)])
    func `what RFC 8259 allows is read`(text: String, value: JSONNode) throws {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a":1,}"#, #"{a:1}"#, "01", "1.", "1e", "+1", "tru", "nul", "\"a", "\"\u{1}\"", #""\x""#, #""\ud83d""#, #""\ude92""#,
        #""\u12g4""#, "1 2", "{} []", "1e999", "'a'", "NaN", #"{"a" 1}"#, "[1 2]",
    ])
    func `what it does not allow is refused, with its place`(text: String) {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.type == "/problems/body-not-readable")
        #expect(problem?.status == 400)
        #expect(problem?.detail.contains("at byte") == true)
    }

    @Test func `a name that stands twice, bytes that are no text and deep nesting are refused`() {
        #expect(throws: Problem.self) { try read(#"{"a":1,"\u0061":2}"#) }
        #expect(throws: Problem.self) { try JSONReader.read([34, 0xFF, 34]) }
        #expect(throws: Problem.self) { try read(String(repeating: "[", count: 33) + String(repeating: "]", count: 33)) }
        #expect(throws: Problem.self) { try read(String(repeating: "[", count: 100_000)) }
        #expect(throws: Never.self) { try read(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)) }
    }
}

@Suite struct SchemaTests {
    private let schema = Schema.input("Thing", [
        "name": .words(atMost: 5), "due": .day.maybe, "kind": .choice(["a", "b"]).optional, "count": .whole(1...9).optional,
        "owners": .list(.reference).optional, "flag": .flag.optional, "share": .share.optional, "free": .map(.text).optional,
    ])

    @Test(arguments: [
        ["name": "abc"], ["name": "abc", "due": "2024-02-29", "kind": "b", "count": 9, "owners": ["R1", "2.1"], "flag": false, "share": 1],
        ["name": "ééééé", "due": .null, "count": .number(3), "free": ["x": ""]],
    ] as [JSONNode])
    func `what is described is let pass`(value: JSONNode) {
        #expect(schema.faults(in: value).isEmpty)
    }

    @Test(arguments: [
        ([:], "name"), (["name": "  "], "name"), (["name": "abcdef"], "name"), (["name": 1], "name"), (["name": .null], "name"),
        (["name": "a", "due": "2023-02-29"], "due"), (["name": "a", "due": ""], "due"), (["name": "a", "kind": "c"], "kind"),
        (["name": "a", "kind": .null], "kind"), (["name": "a", "count": 0], "count"), (["name": "a", "count": .number(1.5)], "count"),
        (["name": "a", "owners": ["ok", "not ok"]], "owners.1"), (["name": "a", "owners": "R1"], "owners"),
        (["name": "a", "flag": "true"], "flag"), (["name": "a", "share": 2], "share"), (["name": "a", "free": ["x": 1]], "free.x"),
        (["name": "a", "more": 1], "more"), ([], ""),
    ] as [(JSONNode, String)])
    func `what is not described is refused at its place`(value: JSONNode, place: String) {
        #expect(schema.faults(in: value).map(\.name) == [place])
    }

    @Test func `the document says the same`() throws {
        let thing = try #require(schema.components["Thing"])
        #expect(thing["required"] == ["name"])
        #expect(thing["additionalProperties"] == false)
        #expect(thing["properties"]?["name"] == ["type": "string", "minLength": 1, "maxLength": 5, "pattern": #"[^\s\u0085]"#])
        #expect(thing["properties"]?["due"] == ["type": ["string", "null"], "format": "date", "pattern": "^(19|2[01])[0-9]{2}-"])
        #expect(schema.document == ["$ref": "#/components/schemas/Thing"])
    }

    @Test(arguments: [("\"3.ab\"", [3]), ("W/\"12.x\", \"ff\"", [12, nil]), ("\"\"", [nil]), ("\"7.a,b\" , \"8.c\"", [7, 8])] as [(String, [Int?])])
    func `an ETag tells the version`(header: String, versions: [Int?]) {
        #expect(EntityTag.all(in: header)?.map(\.version) == versions)
    }

    @Test(arguments: ["3", "\"3", "\"a\" \"b\"", "", "\"a\",", "\"a\"b\""])
    func `what is no ETag is not read as one`(header: String) {
        #expect(EntityTag.all(in: header) == nil)
    }

    @Test func `a cursor comes back as it went out, and anything else is none`() {
        let cursor = Cursor(place: 7, key: "R2.1~é")
        #expect(Cursor(cursor.written) == cursor)
        for text in ["", "x", "MH5h", "!!", "LTF-YQ", String(repeating: "A", count: 400)] { #expect(Cursor(text) == nil, "\(text)") }
    }
}
