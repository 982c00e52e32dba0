internal import Kernel

/// A statement of SQL, written as itself: an interpolated value is always a bound parameter.
///
///     let late: SQL = "SELECT id FROM action WHERE due_on < \(today) AND plan = \(plan.id)"
///
/// One text serves both engines: parameters are written `$1…$n`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text between the parameters: always one piece more than there are values.
    private(set) var pieces: [String]
    public private(set) var values: [Value]

    public init(stringLiteral text: String) {
        pieces = [text]
        values = []
    }

    public init(stringInterpolation: Interpolation) { self = stringInterpolation.sql }

    /// Text that is known to be ours. Only this target may call it: nothing a person typed is ever SQL.
    init(trusted text: String) { self.init(stringLiteral: text) }

    public var text: String {
        if values.isEmpty { return pieces[0] }
        var text = ""
        text.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count + 4 })
        text += pieces[0]
        for index in values.indices {
            text += "$"
            text += (index + 1).description
            text += pieces[index + 1]
        }
        return text
    }

    /// Neither engine keeps these as they are: one would cut a text short, the other would make a number nothing.
    ///
    /// - Throws: `text-has-nul`, `number-not-finite`
    func checkValues() throws(Refusal) { try Self.check(values) }

    static func check(_ values: [Value]) throws(Refusal) {
        for value in values {
            switch value {
            case .text(let text) where text.utf8.contains(0):
                throw .invalid("text-has-nul", "The text holds a NUL character (U+0000), which can't be kept. Take it out.")
            case .real(let number) where !number.isFinite:
                throw .invalid("number-not-finite", "A number without an end can't be kept. Give a finite number.")
            default: continue
            }
        }
    }

    mutating func append(_ literal: String) { pieces[pieces.count - 1] += literal }

    mutating func append(_ value: Value) {
        values.append(value)
        pieces.append("")
    }

    public static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum += b
        return sum
    }

    public static func += (a: inout SQL, b: SQL) {
        a.append(b.pieces[0])
        guard !b.values.isEmpty else { return }
        a.pieces += b.pieces.dropFirst()
        a.values += b.values
    }

    public struct Interpolation: StringInterpolationProtocol {
        var sql = SQL(stringLiteral: "")

        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) { sql.append(literal) }
        public mutating func appendInterpolation(_ value: some Stored) { sql.append(value.stored) }
        public mutating func appendInterpolation(_ value: (some Stored)?) { sql.append(value.stored) }
        public mutating func appendInterpolation(_ fragment: SQL) { sql += fragment }
        public mutating func appendInterpolation(_ table: Table) { sql.append(table.name) }
        public mutating func appendInterpolation(_ columns: Table.Columns) { sql.append(columns.text) }

        /// `IN (\(list: numbers))`; an empty list matches nothing.
        public mutating func appendInterpolation(list: [some Stored]) {
            guard !list.isEmpty else { return sql.append("NULL") }
            for (index, value) in list.enumerated() {
                if index > 0 { sql.append(", ") }
                sql.append(value.stored)
            }
        }
    }
}

/// A table's name and its columns, in the order a record reads and writes them.
public struct Table: Sendable {
    public struct Columns: Sendable { let text: String }

    public let name: String
    public let columns: [String]
    /// Both columns and placeholders are asked for on every query, so their text is made once.
    public let all: Columns

    public init(_ name: String, _ columns: [String]) {
        self.name = name
        self.columns = columns
        all = Columns(text: columns.map { "\(name).\($0)" }.joined(separator: ", "))
    }
}
