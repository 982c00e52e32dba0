public import Kernel

/// Somebody outside the service who has duties under the Order at some premises, and may be served a notice.
///
/// No more is kept of a person than what serving them takes.
public struct DutyHolder: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case person, company
        /// A council, a trust, a partnership, a charity: whatever else can be served.
        case body

        public var words: String {
            switch self {
            case .person: "Person"
            case .company: "Company"
            case .body: "Other body"
            }
        }
    }

    public let id: ID<DutyHolder>
    public var version: Int
    public var kind: Kind
    /// As a notice would name them.
    public var name: String
    /// As Companies House has it: `01234567`, `OC301234`. Nil for who is no company.
    public var companyNumber: String?
    /// Whom to ask for there.
    public var contact: String?
    public var email: String?
    public var phone: String?
    /// The day from which they are on record.
    public let since: Day

    public init(
        id: ID<DutyHolder>, version: Int = 1, kind: Kind, name: String, companyNumber: String? = nil, contact: String? = nil, email: String? = nil,
        phone: String? = nil, since: Day
    ) {
        (self.id, self.version, self.kind, self.name, self.companyNumber) = (id, version, kind, name, companyNumber)
        (self.contact, self.email, self.phone, self.since) = (contact, email, phone, since)
    }

    /// What they are sorted and found by.
    public var nameKey: String { name.lowercased() }

    /// `Harbour Homes Ltd (12)`: as a form offers them, since two may have the same name.
    public var offered: String { "\(name) (\(id))" }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        ["kind": kind.rawValue, "name": name, "company-number": companyNumber ?? "", "contact": contact ?? "", "email": email ?? "",
         "phone": phone ?? ""].mapValues { [$0] }
    }
}

/// What a person enters to put a duty holder on record, or to change what the record says of them.
public struct NewDutyHolder: Sendable, Equatable {
    public var kind: DutyHolder.Kind
    public var name: String
    public var companyNumber: String?
    public var contact: String?
    public var email: String?
    public var phone: String?

    public init(
        kind: DutyHolder.Kind, name: String, companyNumber: String? = nil, contact: String? = nil, email: String? = nil, phone: String? = nil
    ) {
        (self.kind, self.name, self.companyNumber, self.contact) = (kind, name, companyNumber, contact)
        (self.email, self.phone) = (email, phone)
    }

    public init(reading fields: inout Fields) {
        kind = fields.choice("kind", "Kind", default: .company)
        name = fields.line("name", "Name", atMost: 200)
        companyNumber = fields.companyNumber("company-number")
        if companyNumber != nil, kind == .person { fields.refuse("company-number", "A person has no company number. Choose another kind, or leave it empty.") }
        contact = fields.optionalLine("contact", "Contact", atMost: 200)
        email = fields.optionalLine("email", "E-mail", atMost: 254)
        if let email, !email.looksLikeEmail { fields.refuse("email", "“\(email.prefix(60))” is no e-mail address. One looks like name@example.org.") }
        phone = fields.optionalLine("phone", "Telephone", atMost: 40)
    }
}

extension DutyHolder {
    init(id: ID<DutyHolder>, version: Int = 1, _ new: NewDutyHolder, since: Day) {
        self.init(
            id: id, version: version, kind: new.kind, name: new.name, companyNumber: new.companyNumber, contact: new.contact, email: new.email,
            phone: new.phone, since: since)
    }
}

extension Fields {
    /// Eight letters and digits; a number that lost its leading zeros in a spreadsheet gets them back.
    fileprivate mutating func companyNumber(_ name: String) -> String? {
        let text = written(name).uppercased().filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        let isWritable = text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        let number = text.utf8.allSatisfy { (48...57).contains($0) } ? String(repeating: "0", count: max(0, 8 - text.utf8.count)) + text : text
        guard isWritable, number.utf8.count == 8 else {
            refuse(name, "“\(text.prefix(20))” is no company number, which has 8 letters and digits: 01234567 or OC301234.")
            return nil
        }
        return number
    }
}

extension String {
    /// One `@` with something on both sides and a dot behind it; whether it is anybody's only a letter tells.
    fileprivate var looksLikeEmail: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !contains(where: \.isWhitespace)
    }
}
