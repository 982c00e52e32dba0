import Kernel

extension Schema.Form {
    /// The regular expression of JSON Schema that says the same as `fits`, where one does.
    var pattern: String? {
        switch self {
        case .words: #"[^\s\u0085]"#
        case .reference: "^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$"
        case .hash: "^[0-9a-f]{64}$"
        case .visible: "^[!-~]+$"
        case .tags: #"^(\*|(W/)?"[!#-~]*"( *, *(W/)?"[!#-~]*")*)$"#
        case .day: "^(19|2[01])[0-9]{2}-"
        case .free, .moment, .email, .link: nil
        }
    }

    /// The format of JSON Schema.
    var format: String? {
        switch self {
        case .day: "date"
        case .moment: "date-time"
        case .email: "email"
        case .link: "uri-reference"
        case .free, .words, .reference, .hash, .visible, .tags: nil
        }
    }

    func fits(_ text: String) -> Bool {
        switch self {
        case .words: text.contains { !$0.isWhitespace }
        case .day: Day(iso: text).map(Day.entered.contains) ?? false
        case .moment: Moment(iso: text) != nil
        case .reference: Reference(checking: text) != nil
        case .hash: text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        case .email: text.utf8.filter { $0 == UInt8(ascii: "@") }.count == 1
        case .visible: !text.isEmpty && text.utf8.allSatisfy { (33...126).contains($0) }
        case .tags: text == "*" || EntityTag.all(in: text) != nil
        case .free, .link: true
        }
    }

    /// What would be right, to end a sentence with.
    var wanted: String {
        switch self {
        case .free: "text"
        case .words: "text that is not blank"
        case .day: "a day from 1900 to 2199, such as 2026-03-31"
        case .moment: "a moment in UTC, such as 2026-03-31T09:00:00.000Z"
        case .reference: "1 to 40 letters, digits, dots, dashes and underscores, starting with a letter or digit"
        case .hash: "64 hexadecimal digits in small letters"
        case .email: "an e-mail address"
        case .link: "an address"
        case .visible: "letters, digits and signs without a space"
        case .tags: "* or ETags in quotation marks with commas between"
        }
    }
}
