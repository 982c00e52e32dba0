/// The fields of a form, a JSON body or a command, read one by one into typed values, with every error collected.
///
///     var fields = form.fields
///     let new = NewAction(text: fields.text("text", "Action"), due: fields.day("due", "Due day"))
///     try fields.finish()
///
/// A field that can't be read gives a harmless stand-in; `finish` then refuses them all at once.
public struct Fields: Sendable {
    private let values: [String: [String]]
    public private(set) var errors: [Refusal.Field] = []

    /// What was sent, as it can be kept: each line ends with a line feed, and no letter turns the direction of writing or is a control.
    public init(_ values: [String: [String]]) { self.values = values.mapValues { $0.map(Self.kept) } }

    /// Tabs stay: a table may be pasted.
    private static func kept(_ text: String) -> String {
        let text = text.utf8.contains(13) ? text.replacing("\r\n", with: "\n") : text
        guard text.utf8.contains(9) else { return text.printable }
        return text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\t")
    }

    /// What was sent, over what a record holds: a field that was not sent is as it is held, one sent empty is empty.
    public init(_ sent: Fields, over held: [String: [String]]) { values = held.merging(sent.values) { _, sent in sent } }

    /// What was written, with white space at the ends taken off; empty when it was not sent.
    public func written(_ name: String) -> String {
        let text = values[name]?.first ?? ""
        return String(text.trimmed)
    }

    /// Whether anything was sent under a name, be it empty.
    public func wasSent(_ name: String) -> Bool { values[name] != nil }

    /// Everything sent under one name, blanks left out.
    public func all(_ name: String) -> [String] { (values[name] ?? []).map { String($0.trimmed) }.filter { !$0.isEmpty } }

    /// The lines of all that was sent under one name, blank ones left out.
    public func lines(_ name: String) -> [String] { all(name).asLines }

    public func isOn(_ name: String) -> Bool { !written(name).isEmpty }

    public mutating func refuse(_ name: String, _ sentence: String) { errors.append(.init(name, sentence)) }

    /// Text that must be there.
    public mutating func text(_ name: String, _ label: String, atMost limit: Int = 4000) -> String {
        let text = optionalText(name, label, atMost: limit)
        if text == nil { refuse(name, "Enter \(label.lowercasedFirst).") }
        return text ?? ""
    }

    public mutating func optionalText(_ name: String, _ label: String, atMost limit: Int = 4000) -> String? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        if text.count > limit {
            refuse(name, "\(label) is \(text.count) characters long; \(limit) is the most.")
        }
        return text
    }

    /// Text on one line that must be there: a name or a title, in which a line break is a blank.
    public mutating func line(_ name: String, _ label: String, atMost limit: Int) -> String { text(name, label, atMost: limit).asOneLine }

    public mutating func optionalLine(_ name: String, _ label: String, atMost limit: Int) -> String? {
        optionalText(name, label, atMost: limit)?.asOneLine
    }

    public mutating func day(_ name: String, _ label: String) -> Day {
        if written(name).isEmpty {
            refuse(name, "Enter a day for “\(label)”, such as 2026-03-31.")
            return Day(number: 0)
        }
        return optionalDay(name, label) ?? Day(number: 0)
    }

    public mutating func optionalDay(_ name: String, _ label: String) -> Day? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        guard let day = Day(iso: text) else {
            refuse(name, "\(label) “\(text.prefix(40))” is not a day. Write it as 2026-03-31.")
            return nil
        }
        guard Day.entered.contains(day) else {
            refuse(name, "\(label) is \(day.iso). Choose a day from 1900 to 2199.")
            return nil
        }
        return day
    }

    /// Refuses a last day that is before the first; where something could not be read there is nothing to compare.
    public mutating func checkOrder(_ first: Day, _ name: String, _ last: Day?) {
        guard errors.isEmpty, let last, last < first else { return }
        refuse(name, "The last day, \(last), is before the first, \(first).")
    }

    public mutating func reference(_ name: String, _ label: String) -> Reference? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        do { return try Reference(text) } catch {
            refuse(name, "\(label): \(error.sentence)")
            return nil
        }
    }

    /// One of a fixed list of codes.
    public mutating func choice<Code>(_ name: String, _ label: String, default fallback: Code) -> Code
    where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
        let text = written(name)
        if text.isEmpty { return fallback }
        if let code = Code(rawValue: text) { return code }
        refuse(name, "\(label) must be one of \(listed(Code.allCases.map(\.rawValue), joinedBy: "or")).")
        return fallback
    }

    /// One of a fixed list of codes, or nothing.
    public mutating func optionalChoice<Code>(_ name: String, _ label: String, of type: Code.Type) -> Code?
    where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        if let code = Code(rawValue: text) { return code }
        refuse(name, "\(label) must be one of \(listed(Code.allCases.map(\.rawValue), joinedBy: "or")).")
        return nil
    }

    public mutating func number(_ name: String, _ label: String, in range: ClosedRange<Int>) -> Int? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            refuse(name, "\(label) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return number
    }

    /// The version of a record that a form was opened with; 0, which no record has, when it was not sent.
    public mutating func version() -> Int { number("version", "Version", in: 1...Int.max) ?? 0 }

    /// The version that was read, or 0 where there was nothing yet to read.
    public mutating func versionOrNone() -> Int { number("version", "Version", in: 0...Int.max) ?? 0 }

    /// - Throws: `fields-need-attention`, with every field that was refused.
    public func finish() throws(Refusal) {
        guard errors.isEmpty else { throw .fields(errors) }
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    public var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
              let last = lastIndex(where: { !$0.isWhitespace }) else { return self[endIndex...] }
        return self[first...last]
    }

    /// The same words as they stand within a sentence.
    public var lowercasedFirst: String {
        // A word that is capitals throughout (RAG, AFI) stays as it is.
        guard let first, dropFirst().first?.isUppercase != true else { return String(self) }
        return first.lowercased() + dropFirst()
    }
}
