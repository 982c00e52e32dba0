extension Schema {
    /// As JSON Schema 2020-12 writes it, with named objects as references into the document's components.
    var document: JSONNode {
        var members: [String: JSONNode] = [:]
        switch shape {
        case .text(let form, let limit):
            members["type"] = "string"
            members["pattern"] = form.pattern.map { .text($0) }
            members["format"] = form.format.map { .text($0) }
            members["minLength"] = form == .words ? 1 : nil
            members["maxLength"] = limit.map { .integer(Int64($0)) }
        case .choice(let codes):
            members["type"] = "string"
            members["enum"] = .list(codes.map { .text($0) })
        case .whole(let range):
            members["type"] = "integer"
            members["minimum"] = .integer(range.lowerBound)
            members["maximum"] = .integer(range.upperBound)
        case .real(let range):
            members["type"] = "number"
            members["minimum"] = .number(range.lowerBound)
            members["maximum"] = .number(range.upperBound)
        case .flag: members["type"] = "boolean"
        case .list(let item): members = ["type": "array", "items": item.document]
        case .map(let item): members = ["type": "object", "additionalProperties": item.document]
        case .object(let name, _, _): members["$ref"] = .text("#/components/schemas/\(name)")
        case .anything: break
        }
        if isNullable {
            if let type = members["type"] { members["type"] = [type, "null"] } else if members["$ref"] != nil {
                members = ["anyOf": [.object(members), ["type": "null"]]]
            }
        }
        members["description"] = meaning.map { .text($0) }
        return .object(members)
    }

    /// Itself and the named objects within it, by name.
    var components: [String: JSONNode] {
        switch shape {
        case .list(let item), .map(let item): return item.components
        case .object(let name, let members, let isInput):
            var own: [String: JSONNode] = [
                "type": "object",
                "properties": .object(Dictionary(members.map { ($0.name, $0.schema.document) }) { first, _ in first }),
            ]
            let required = members.filter { !$0.schema.isOptional }.map { JSONNode.text($0.name) }
            if !required.isEmpty { own["required"] = .list(required) }
            if isInput { own["additionalProperties"] = false }
            return members.reduce(into: [name: .object(own)]) { all, member in
                all.merge(member.schema.components) { first, _ in first }
            }
        default: return [:]
        }
    }
}
