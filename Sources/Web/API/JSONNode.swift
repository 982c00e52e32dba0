/// A JSON value as it was sent or is to be sent, before anyone says what it means.
public enum JSONNode: Sendable, Hashable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONNode])
    case object([String: JSONNode])

    public subscript(name: String) -> JSONNode? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var members: [JSONNode] { if case .list(let list) = self { list } else { [] } }

    /// The words that a form would have sent; false and null as if they had not been sent. Nil for an object, or a list that holds one.
    var words: [String]? {
        switch self {
        case .null: return []
        case .flag(let flag): return flag ? ["true"] : []
        case .integer(let number): return [String(number)]
        case .number(let number): return [whole.map { String($0) } ?? String(number)]
        case .text(let text): return [URLEncoded.clean(text)]
        case .list(let list):
            let all = list.compactMap(\.words)
            return all.count == list.count ? all.flatMap(\.self) : nil
        case .object: return nil
        }
    }

    /// A number without a fraction; JSON makes no difference between 1 and 1.0.
    var whole: Int64? {
        switch self {
        case .integer(let number): number
        case .number(let number): Int64(exactly: number)
        default: nil
        }
    }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
    public init(integerLiteral number: Int64) { self = .integer(number) }
    public init(arrayLiteral list: JSONNode...) { self = .list(list) }
    public init(dictionaryLiteral members: (String, JSONNode)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}

extension JSONNode: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .integer(let number): try container.encode(number)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let members): try container.encode(members)
        }
    }
}
