public import Kernel

/// What was found at the premises against one article. Internal: no part of it ever reaches the public.
public struct CaseFinding: Codable, Equatable, Sendable {
    public let id: ID<CaseFinding>
    public var version: Int
    public let enforcementCase: ID<EnforcementCase>
    public let on: Day
    /// The code of an article of the Order: `8`, `21A`.
    public var article: String
    public var found: String
    /// Why it counts no more, where it was recorded in error.
    public var struck: String?

    public init(id: ID<CaseFinding>, version: Int = 1, enforcementCase: ID<EnforcementCase>, on: Day, article: String, found: String, struck: String? = nil) {
        (self.id, self.version, self.enforcementCase, self.on) = (id, version, enforcementCase, on)
        (self.article, self.found, self.struck) = (article, found, struck)
    }
}

/// What a person enters who found something.
public struct NewCaseFinding: Sendable, Equatable {
    public var on: Day
    public var article: String
    public var found: String

    public init(on: Day, article: String, found: String) { (self.on, self.article, self.found) = (on, article, found) }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "Found on")
        let written = fields.text("article", "The article", atMost: 10)
        article = ArticleCode.read(written) ?? ""
        if article.isEmpty, !written.isEmpty { fields.refuse("article", ArticleCode.refusal(written)) }
        found = fields.text("found", "What was found", atMost: 8000)
    }
}

/// The code of an article of the Order as officers write it.
public enum ArticleCode {
    /// `8` for `8`, `A8`, `Article 8` or `art. 8`, `21A` for `21a`; nil where it is none.
    public static func read(_ written: some StringProtocol) -> String? {
        var text = written.uppercased().filter { !$0.isWhitespace && $0 != "." }
        for front in ["ARTICLE", "ART", "A"] where text.hasPrefix(front) {
            text.removeFirst(front.count)
            break
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard (1...2).contains(digits.count), digits.first != "0", rest.count <= 1, rest.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        return String(digits) + String(rest)
    }

    /// Each once, in the order of the Order: `8`, `9`, `21`, `21A`.
    public static func sorted(_ codes: [String]) -> [String] {
        Set(codes).sorted { (Int($0.prefix { $0.isNumber }) ?? 0, $0) < (Int($1.prefix { $0.isNumber }) ?? 0, $1) }
    }

    static func refusal(_ written: String) -> String { "“\(written.prefix(20))” is no article. Write it as 8 or 21A." }
}

extension Fields {
    /// Codes of articles, parted by commas, spaces or lines.
    mutating func articles(_ name: String) -> [String] {
        var codes: [String] = []
        for written in all(name).flatMap({ $0.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init) }) {
            if let code = ArticleCode.read(written) { codes.append(code) } else { refuse(name, ArticleCode.refusal(written)) }
        }
        return ArticleCode.sorted(codes)
    }
}
