import Kernel

/// Just enough of JSON to tell two states of a record apart and print them.
enum JSONValue: Decodable, Equatable {
    case text(String), number(Double), flag(Bool), list([JSONValue]), object([String: JSONValue]), null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() { self = .null }
        else if let flag = try? container.decode(Bool.self) { self = .flag(flag) }
        else if let number = try? container.decode(Double.self) { self = .number(number) }
        else if let text = try? container.decode(String.self) { self = .text(text) }
        else if let list = try? container.decode([JSONValue].self) { self = .list(list) }
        else { self = .object(try container.decode([String: JSONValue].self)) }
    }

    /// The number of a record; nil where it is none.
    func id<Kind>(of kind: Kind.Type = Kind.self) -> ID<Kind>? {
        guard case .number(let number) = self else { return nil }
        return Int64(exactly: number).map { ID($0) }
    }

    var members: [JSONValue] {
        guard case .list(let list) = self else { return [] }
        return list
    }

    /// Where it is what a record said in a number: `92.1% for March 2026`.
    var figure: String? {
        guard case .object(let object) = self, let written = object["written"]?.words else { return nil }
        return written + (object["of"].map { " for \($0.words)" } ?? "")
    }

    var words: String {
        switch self {
        case .text(let text): Day(iso: text).map(\.description) ?? text
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let list): listed(list.map(\.words))
        case .object(let object):
            if let from = object["from"], let through = object["through"] { "\(from.words) to \(through.words)" }
            else { object.keys.sorted().map { "\($0) \(object[$0]?.words ?? "")" }.joined(separator: ", ") }
        case .null: "none"
        }
    }
}
