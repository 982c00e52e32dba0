/// An article of the Regulatory Reform (Fire Safety) Order 2005 as it stood from one day to another.
///
/// An article that was amended stands in the table once for each of its wordings, so that a notice of 2019 is explained by the law of 2019.
public struct Article: Codable, Hashable, Sendable {
    /// What an article does, as far as a notice speaks of it.
    public enum Role: String, Codable, Sendable, CaseIterable {
        /// It sets a duty that somebody may fail in.
        case duty
        /// A notice is served under it.
        case notice
        /// It says what follows: offences, appeals, disputes.
        case procedure
    }

    /// Its number without the word: `8`, `21A`.
    public let code: String
    /// As the Order has it.
    public let heading: String
    /// What it asks for in plain English. Ours, and not the law's own words.
    public let meaning: String
    public let role: Role
    /// The first day on which it stood so.
    public let from: Day
    /// The last day on which it stood so; nil while it still does.
    public let through: Day?
    /// Where its heading and its days were read.
    public let source: String

    public init(code: String, heading: String, meaning: String, role: Role = .duty, from: Day, through: Day? = nil, source: String) {
        (self.code, self.heading, self.meaning, self.role) = (code, heading, meaning, role)
        (self.from, self.through, self.source) = (from, through, source)
    }

    public func stood(on day: Day) -> Bool { from <= day && through.map { day <= $0 } ?? true }

    /// `Article 21A: Provision of information to residents of domestic premises`
    public var words: String { "Article \(code): \(heading)" }

    /// As registers write it: `A21A`.
    public var short: String { "A" + code }
}

extension Article {
    /// The code that somebody wrote: `8`, `A8`, `art. 21a`, `Article 9(1)(a)`. What stands in brackets is a paragraph, and left out. Nil of anything else.
    public static func code(written text: some StringProtocol) -> String? {
        var rest = Substring(String(text.trimmed)).uppercased()[...]
        for word in ["ARTICLE", "ART", "A"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        rest = rest.drop { $0 == "." || $0 == " " }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let letters = rest.dropFirst(digits.count).prefix { $0.isASCII && $0.isLetter }
        let after = rest.dropFirst(digits.count + letters.count).trimmed
        guard (1...2).contains(digits.count), digits.first != "0", letters.count <= 1, after.isEmpty || after.first == "(" && after.last == ")" else { return nil }
        return String(digits + letters)
    }
}

extension Fields {
    /// Articles that were cited, by their codes and in the order of the Order; one that did not stand on the day is refused.
    ///
    /// Each is a value of its own, or several stand in one with commas between them: `A8, A9, A13`.
    ///
    /// - Parameter day: nil where it could not be read: then whatever ever stood will do, so that the day alone is complained of.
    public mutating func articles(_ name: String, on day: Day?, in table: Articles = .order) -> [String] {
        var found: [Article] = []
        for text in all(name).flatMap({ $0.split { $0 == "," || $0 == ";" || $0.isNewline } }) where !text.trimmed.isEmpty {
            let code = Article.code(written: text)
            guard let code, let article = day.map({ table.article(code, on: $0) }) ?? table.all.first(where: { $0.code == code }) else {
                refuse(name, "“\(text.trimmed.prefix(40))” was no article of the Order\(day.map { " on \($0)" } ?? ""). Write the number of one, such as 14 or 21A.")
                continue
            }
            if !found.contains(article) { found.append(article) }
        }
        return found.stablySorted { table.place(of: $0.code) }.map(\.code)
    }
}
