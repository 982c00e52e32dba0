public import Kernel

extension Schema {
    /// What a value has that the schema does not allow, each with its place: `owners.0`.
    public func faults(in node: JSONNode, at place: String = "") -> [Refusal.Field] {
        if isNullable, node == .null { return [] }
        switch (shape, node) {
        case (.anything, _), (.flag, .flag): return []
        case (.text(let form, let limit), .text(let text)):
            let length = text.unicodeScalars.count
            if let limit, length > limit { return [fault(place, "is \(length) characters long; \(limit) is the most")] }
            return form.fits(text) ? [] : [fault(place, "must be \(form.wanted)")]
        case (.text(let form, _), _): return [fault(place, "must be \(form.wanted)")]
        case (.choice(let codes), _):
            return node.text.map(codes.contains) ?? false ? [] : [fault(place, "must be one of \(listed(codes, joinedBy: "or"))")]
        case (.whole(let range), _):
            return node.whole.map(range.contains) ?? false ? [] : [fault(place, "must be \(Schema.wanted(range))")]
        case (.real(let range), .integer(let number)) where range.contains(Double(number)): return []
        case (.real(let range), .number(let number)) where range.contains(number): return []
        case (.real(let range), _): return [fault(place, "must be a number from \(range.lowerBound) to \(range.upperBound)")]
        case (.list(let item), .list(let list)):
            return list.enumerated().flatMap { item.faults(in: $1, at: Schema.joined(place, String($0))) }
        case (.map(let item), .object(let members)):
            return members.sorted { $0.key < $1.key }.flatMap { item.faults(in: $0.value, at: Schema.joined(place, $0.key)) }
        case (.object(_, let members, _), .object(let sent)):
            let known = members.flatMap { member -> [Refusal.Field] in
                let place = Schema.joined(place, member.name)
                guard let value = sent[member.name] else {
                    return member.schema.isOptional ? [] : [fault(place, "is missing")]
                }
                return member.schema.faults(in: value, at: place)
            }
            let unknown = sent.keys.filter { name in !members.contains { $0.name == name } }.sorted()
            return known + unknown.map { fault(Schema.joined(place, String($0.prefix(60))), "is not known here") }
        case (.flag, _): return [fault(place, "must be true or false")]
        case (.list, _): return [fault(place, "must be a list")]
        case (.map, _), (.object, _): return [fault(place, "must be an object")]
        }
    }

    /// The same of a value that stands in an address, where everything is text.
    func faults(inAddress text: String, at place: String) -> [Refusal.Field] {
        let node: JSONNode = switch shape {
        case .whole: Int64(text).flatMap { text.first == "+" ? nil : .integer($0) } ?? .text(text)
        case .flag: text == "true" ? true : text == "false" ? false : .text(text)
        default: .text(text)
        }
        return faults(in: node, at: place)
    }

    private func fault(_ place: String, _ words: String) -> Refusal.Field {
        .init(place, "\(place.isEmpty ? "The body" : "“\(place)”") \(words).")
    }

    private static func wanted(_ range: ClosedRange<Int64>) -> String {
        range.upperBound == .max ? "a whole number, \(range.lowerBound) or more" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }

    private static func joined(_ place: String, _ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
}
