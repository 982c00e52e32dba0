import Web

/// What is said of things in RDF, to be written as Turtle and as JSON-LD: one list of facts, so that both say the same.
struct Graph {
    enum Value {
        case thing(String)
        /// In English, as all of this is.
        case words(String)
        case typed(String, as: String)
    }

    struct Thing {
        /// A whole address.
        let name: String
        /// Short: `dcat:Dataset`.
        let types: [String]
        /// Short names of what is said, each with what is said.
        let facts: [(String, Value)]
    }

    static let prefixes = [
        ("adms", "http://www.w3.org/ns/adms#"), ("dcat", "http://www.w3.org/ns/dcat#"), ("dcatap", "http://data.europa.eu/r5r/"), ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"), ("spdx", "http://spdx.org/rdf/terms#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    let things: [Thing]

    /// RDF 1.1 Turtle.
    var turtle: String {
        let heads = Graph.prefixes.map { "@prefix \($0.0): <\($0.1)> .\n" }.joined()
        return heads + things.map { thing in
            "\n<\(thing.name)> a \(thing.types.joined(separator: ", "))"
                + thing.facts.map { " ;\n    \($0.0) \(written($0.1))" }.joined() + " .\n"
        }.joined()
    }

    private func written(_ value: Value) -> String {
        switch value {
        case .thing(let name): "<\(name)>"
        case .words(let text): "\"\(escaped(text))\"@en"
        case .typed(let text, let type): "\"\(escaped(text))\"^^\(type)"
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
    }

    /// JSON-LD 1.1, its context within itself.
    var linked: JSONNode {
        ["@context": .object(Dictionary(uniqueKeysWithValues: Graph.prefixes.map { ($0.0, .text($0.1)) })), "@graph": .list(things.map(linked))]
    }

    private func linked(_ thing: Thing) -> JSONNode {
        var members: [String: [JSONNode]] = [:]
        for (name, value) in thing.facts { members[name, default: []].append(linked(value)) }
        var all = members.mapValues { JSONNode.list($0) }
        all["@id"] = .text(thing.name)
        all["@type"] = .list(thing.types.map { .text($0) })
        return .object(all)
    }

    private func linked(_ value: Value) -> JSONNode {
        switch value {
        case .thing(let name): ["@id": .text(name)]
        case .words(let text): ["@value": .text(text), "@language": "en"]
        case .typed(let text, let type): ["@value": .text(text), "@type": .text(type)]
        }
    }
}
