import ArgumentParser
import Kernel
import People
import Storage

extension AuditCommand {
    struct Authorisations: ReadingCommand {
        static let configuration = CommandConfiguration("authorisations", "Show which officers are authorised for what, and from when until when.", examples: "muster audit authorisations", "muster audit authorisations --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[AuthorisationPayload]> {
            try AuditPolicy.reads.check(reader.actor)
            let lines = try session.all(Authorisation.self, "ORDER BY id").map { try AuthorisationPayload(of: $0, session) }
            return Answer(lines, Output.table(
                ["Number", "Officer", "Level", "From", "Until"], lines.map { ["\($0.number)", $0.officer, $0.level, $0.from.iso, $0.until?.iso ?? ""] },
                empty: "Nobody is authorised yet. Authorise with: muster audit authorise OFFICER --level CODE"))
        }
    }

    struct Authorise: WritingCommand {
        static let configuration = CommandConfiguration(
            "authorise", "Give an officer a level.", examples: "muster audit authorise 'WM Ferris' --level auditor --from 2026-04-01 --note 'Certificate of 12 March 2026'")
        @Argument(help: "The officer: a person or post on record.", completion: .parties) var officer: String
        @Option(help: "The code of a level.", completion: .authorisationLevels) var level: String?
        @Option(help: "The first day: YYYY-MM-DD; today when left out.") var from: String?
        @Option(help: "The last day; by the level’s own months when left out.") var until: String?
        @Option(help: "What it rests on.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuthorisationPayload> {
            var fields = Fields(["officer": officer, "level": level, "from": from, "until": until, "note": note], over: ["from": [work.today.iso]])
            let new = NewAuthorisation(reading: &fields)
            try fields.finish()
            let one = try AuditCommand.audits.authorise(new, work)
            return Answer(try AuthorisationPayload(of: one, work.session), "\(officer) is authorised from \(one.from)\(one.until.map { " until \($0)" } ?? "").")
        }
    }

    struct EndAuthorisation: WritingCommand {
        static let configuration = CommandConfiguration("end-authorisation", "End an officer’s authorisation.", examples: "muster audit end-authorisation 3 --until 2026-03-31")
        @Argument(help: "Its number.") var number: Int64
        @Option(help: "The last day: YYYY-MM-DD; today when left out.") var until: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuthorisationPayload> {
            let one = try AuditCommand.audits.end(work.session.authorisation(ID(number)), until: until ?? work.today, work)
            return Answer(try AuthorisationPayload(of: one, work.session), "It ends on \(until ?? work.today).")
        }
    }

    struct Levels: ReadingCommand {
        static let configuration = CommandConfiguration("levels", "Show the levels that there are and were, each wording by itself.", examples: "muster audit levels", "muster audit levels --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[AuthorisationLevelPayload]> {
            try AuditPolicy.reads.check(reader.actor)
            let levels = try session.all(AuthorisationLevel.self, "ORDER BY id")
            return Answer(levels.map(AuthorisationLevelPayload.init), Output.table(
                ["Number", "Code", "Name", "Allows", "From", "Until"], levels.map { ["\($0.id)", $0.code, $0.name, $0.limits, $0.from.iso, $0.until?.iso ?? ""] },
                empty: "There is no level yet. Set one up with: muster audit define-level CODE --name NAME"))
        }
    }

    struct DefineLevel: WritingCommand {
        static let configuration = CommandConfiguration(
            "define-level", "Set up a level, or word one anew from a day.",
            examples: "muster audit define-level auditor --name Auditor --kind full --kind short --complexity simple --band medium --from 2026-04-01")
        @Argument(help: "Its code: small letters, digits and dashes.") var code: String
        @Option(help: "As the service calls it.") var name: String?
        @Option(help: "What it asks for.") var asks: String?
        @Option(help: "A kind of audit that it allows; all when left out. May be given more than once.", completion: .codes(AuditKind.self)) var kind: [String] = []
        @Option(help: "Highest complexity: simple or complex.", completion: .codes(AuditComplexity.self)) var complexity: String?
        @Option(help: "Highest risk: \(AuditRisk.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(AuditRisk.self)) var band: String?
        @Flag(help: "Premises in which people sleep too.") var sleeping = false
        @Option(help: "Months after which it is looked at again.") var revalidate: String?
        @Option(help: "The first day: YYYY-MM-DD; today when left out.") var from: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuthorisationLevelPayload> {
            var fields = Fields(
                ["code": code, "name": name, "asks": asks, "complexity": complexity, "band": band, "sleeping": sleeping ? "yes" : nil, "revalidate": revalidate, "from": from],
                over: ["from": [work.today.iso], "kinds": kind.isEmpty ? AuditKind.allCases.map(\.rawValue) : kind])
            let new = NewAuthorisationLevel(reading: &fields)
            try fields.finish()
            let level = try AuditCommand.audits.define(new, work)
            return Answer(AuthorisationLevelPayload(level), "\(level.name) stands from \(level.from): \(level.limits.lowercasedFirst).")
        }
    }

    struct EndLevel: WritingCommand {
        static let configuration = CommandConfiguration("end-level", "End a level.", examples: "muster audit end-level 2 --until 2026-03-31")
        @Argument(help: "Its number.") var number: Int64
        @Option(help: "The last day: YYYY-MM-DD; today when left out.") var until: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuthorisationLevelPayload> {
            let level = try AuditCommand.audits.end(work.session.authorisationLevel(ID(number)), until: until ?? work.today, work)
            return Answer(AuthorisationLevelPayload(level), "\(level.name) ends on \(until ?? work.today).")
        }
    }
}
