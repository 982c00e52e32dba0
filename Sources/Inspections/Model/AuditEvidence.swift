import Kernel

/// A document or log that an auditor may ask to see.
public enum AuditDocument: String, Codable, Sendable, CaseIterable {
    case riskAssessment = "risk-assessment"
    case actionPlan = "action-plan"
    case emergencyPlan = "emergency-plan"
    case training, drills
    case alarmLog = "alarm-log"
    case lightingLog = "lighting-log"
    case extinguisherLog = "extinguisher-log"

    public var words: String {
        switch self {
        case .riskAssessment: "Risk assessment"
        case .actionPlan: "Action plan"
        case .emergencyPlan: "Emergency plan"
        case .training: "Training records"
        case .drills: "Drill records"
        case .alarmLog: "Alarm log"
        case .lightingLog: "Emergency lighting log"
        case .extinguisherLog: "Extinguisher log"
        }
    }
}

/// What was seen of what was asked for. What stands under neither was not asked for.
public struct AuditEvidence: Codable, Equatable, Sendable {
    public var seen: Set<AuditDocument>
    /// Asked for and not shown.
    public var missing: Set<AuditDocument>

    public init(seen: Set<AuditDocument> = [], missing: Set<AuditDocument> = []) { (self.seen, self.missing) = (seen, missing.subtracting(seen)) }

    public enum Standing: String, Sendable, CaseIterable {
        case seen, missing
        case notAsked = "not-asked"

        public var words: String {
            switch self {
            case .seen: "Seen"
            case .missing: "Asked for, not seen"
            case .notAsked: "Not asked for"
            }
        }
    }

    public func standing(of document: AuditDocument) -> Standing { seen.contains(document) ? .seen : missing.contains(document) ? .missing : .notAsked }

    /// In the order of the form.
    public func documents(_ standing: Standing) -> [AuditDocument] { AuditDocument.allCases.filter { self.standing(of: $0) == standing } }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        self.init(seen: Set(try container.decode([AuditDocument].self, forKey: .seen)), missing: Set(try container.decode([AuditDocument].self, forKey: .missing)))
    }

    /// In one order always, as the journal hashes it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(documents(.seen), forKey: .seen)
        try container.encode(documents(.missing), forKey: .missing)
    }

    private enum Keys: String, CodingKey { case seen, missing }
}

extension AuditEvidence {
    /// From a form that asks of each document, or from two lists of codes.
    init(reading fields: inout Fields) {
        let asked = AuditDocument.allCases.filter { fields.wasSent("evidence-\($0.rawValue)") }
        guard asked.isEmpty else {
            var evidence = AuditEvidence()
            for document in asked {
                switch fields.choice("evidence-\(document.rawValue)", document.words, default: Standing.notAsked) {
                case .seen: evidence.seen.insert(document)
                case .missing: evidence.missing.insert(document)
                case .notAsked: break
                }
            }
            self = evidence
            return
        }
        let (seen, missing) = (fields.codes("seen", "Seen", of: AuditDocument.self), fields.codes("missing", "Not seen", of: AuditDocument.self))
        if let both = seen.first(where: missing.contains) { fields.refuse("missing", "“\(both.words)” was either seen or not. Leave it in one of the two.") }
        self.init(seen: Set(seen), missing: Set(missing))
    }
}

extension Fields {
    /// Any of a list of codes, each once and in the list’s order.
    mutating func codes<Code>(_ name: String, _ label: String, of type: Code.Type) -> [Code]
    where Code: RawRepresentable & CaseIterable & Equatable, Code.RawValue == String {
        var found: [Code] = []
        for text in lines(name).flatMap({ $0.split(separator: ",") }).map({ String($0.trimmed) }) where !text.isEmpty {
            guard let code = Code(rawValue: text) else {
                refuse(name, "\(label): “\(text.prefix(40))” is not known here. Use \(listed(Code.allCases.map(\.rawValue), joinedBy: "or")).")
                continue
            }
            found.append(code)
        }
        return Code.allCases.filter(found.contains)
    }
}
