/// What a JSON value may be: written beside each payload, shown in the document, and held against what is sent and answered.
///
///     static let schema = Schema.object("Finding", [
///         "reference": .reference, "text": .text, "fullText": .text.optional,
///     ])
public struct Schema: Sendable {
    indirect enum Shape: Sendable {
        case text(Form, atMost: Int?)
        case choice([String])
        case whole(ClosedRange<Int64>)
        case real(ClosedRange<Double>)
        case flag
        case list(Schema)
        /// Any names, each with such a value.
        case map(Schema)
        case object(name: String, members: [Member], isInput: Bool)
        case anything
    }

    /// What a text is, beyond being one.
    enum Form: Sendable { case free, words, day, moment, reference, email, hash, link, visible, tags }

    struct Member: Sendable {
        let name: String
        let schema: Schema
    }

    let shape: Shape
    var isOptional = false
    var isNullable = false
    var meaning: String?

    init(_ shape: Shape) { self.shape = shape }

    /// Any text, an empty one too.
    public static let text = Schema(.text(.free, atMost: nil))
    /// `2021-02-28`
    public static let day = Schema(.text(.day, atMost: nil))
    /// `2021-02-28T09:15:00.000Z`
    public static let moment = Schema(.text(.moment, atMost: nil))
    /// The short name of a plan, a finding, an action.
    public static let reference = Schema(.text(.reference, atMost: 40))
    public static let email = Schema(.text(.email, atMost: 254))
    /// SHA-256 in 64 hexadecimal digits.
    public static let hash = Schema(.text(.hash, atMost: nil))
    /// An address, whole or from the root.
    public static let link = Schema(.text(.link, atMost: nil))
    public static let flag = Schema(.flag)
    /// A record's number or version, or a place in a line: 1 or more.
    public static let number = Schema(.whole(1...Int64.max))
    /// How many: 0 or more.
    public static let count = Schema(.whole(0...Int64.max))
    public static let anything = Schema(.anything)

    /// A number with places behind its point.
    public static func real(_ range: ClosedRange<Double>) -> Schema { Schema(.real(range)) }
    /// From 0 to 1.
    public static let share = Schema(.real(0...1))
    /// Degrees of longitude or latitude.
    public static let degrees = Schema(.real(-180...180))

    /// Text that a person writes: not blank, at most so many characters.
    public static func words(atMost limit: Int) -> Schema { Schema(.text(.words, atMost: limit)) }
    /// Text that may be blank.
    public static func text(atMost limit: Int) -> Schema { Schema(.text(.free, atMost: limit)) }
    public static func whole(_ range: ClosedRange<Int64>) -> Schema { Schema(.whole(range)) }
    public static func list(_ schema: Schema) -> Schema { Schema(.list(schema)) }
    public static func map(_ schema: Schema) -> Schema { Schema(.map(schema)) }
    public static func choice(_ codes: [String]) -> Schema { Schema(.choice(codes)) }
    /// One of the codes of a type.
    public static func choice<Code>(_ type: Code.Type) -> Schema where Code: CaseIterable & RawRepresentable, Code.RawValue == String {
        Schema(.choice(type.allCases.map(\.rawValue)))
    }

    /// What is answered. A name is used once in the whole API.
    public static func object(_ name: String, _ members: KeyValuePairs<String, Schema>) -> Schema {
        Schema(.object(name: name, members: members.map { Member(name: $0.key, schema: $0.value) }, isInput: false))
    }

    /// What is sent: no member may stand in it that is not named here.
    public static func input(_ name: String, _ members: KeyValuePairs<String, Schema>) -> Schema {
        Schema(.object(name: name, members: members.map { Member(name: $0.key, schema: $0.value) }, isInput: true))
    }

    /// A part of a list that is handed out page by page.
    public static func page(of item: Schema) -> Schema {
        .object(item.name.map { "\($0)Page" } ?? "Page", [
            "items": .list(item),
            "next": Schema.link.optional.meaning("The address of what follows; left out on the last page."),
        ])
    }

    /// The member may be left out.
    public var optional: Schema {
        var schema = self
        schema.isOptional = true
        return schema
    }

    /// The member may be left out, or null.
    public var maybe: Schema { optional.nullable }

    /// The member may be null.
    public var nullable: Schema {
        var schema = self
        schema.isNullable = true
        return schema
    }

    /// What it means, for the document.
    public func meaning(_ sentence: String) -> Schema {
        var schema = self
        schema.meaning = sentence
        return schema
    }

    /// The same object with more members: what is shown alone tells more than what is shown in a list.
    public func and(_ name: String, _ more: KeyValuePairs<String, Schema>) -> Schema {
        guard case .object(_, let members, let isInput) = shape else { return self }
        return Schema(.object(
            name: name, members: members + more.map { Member(name: $0.key, schema: $0.value) }, isInput: isInput))
    }

    var name: String? { if case .object(let name, _, _) = shape { name } else { nil } }
}
