import Kernel

/// Something a notice asks for: by which article, and in one of which ways.
///
/// Written on one line, `13: Fit an alarm of category L2 | Fit sprinklers`: the article, then each way that would do.
public struct NoticeStep: Codable, Hashable, Sendable {
    /// Nil where it belongs to no single article.
    public var article: String?
    /// At least one; with several, any of them will do: article 30.
    public var ways: [String]

    public init(_ article: String? = nil, _ ways: String...) { (self.article, self.ways) = (article, ways) }

    /// Nil where nothing is asked for.
    public init?(written: String) {
        var rest = written.trimmed
        article = nil
        if let colon = rest.firstIndex(of: ":"), let code = Article.code(written: rest[..<colon]) {
            article = code
            rest = rest[rest.index(after: colon)...]
        }
        ways = rest.split(separator: "|").map { String($0.trimmed) }.filter { !$0.isEmpty }
        if ways.isEmpty { return nil }
    }

    public var written: String { (article.map { "\($0): " } ?? "") + ways.joined(separator: " | ") }

    /// `Fit an alarm of category L2 or fit sprinklers`
    public var words: String { listed(ways.enumerated().map { $0 == 0 ? $1 : $1.lowercasedFirst }, joinedBy: "or") }
}

/// Whom a notice is served on: a person or a company, at an address for service.
///
/// Written on one line, `Harbour Homes Ltd | 1 Quay Street, NR1 2AB`.
public struct NoticeRecipient: Codable, Hashable, Sendable {
    public var name: String
    public var address: String?

    public init(_ name: String, _ address: String? = nil) { (self.name, self.address) = (name, address) }

    /// Nil where nobody is named.
    public init?(written: String) {
        let parts = written.split(separator: "|", maxSplits: 1).map { String($0.trimmed) }
        guard let name = parts.first, !name.isEmpty else { return nil }
        self.init(name, parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
    }

    public var written: String { name + (address.map { " | \($0)" } ?? "") }
    /// What names are compared by.
    var key: String { name.lowercased() }
}
