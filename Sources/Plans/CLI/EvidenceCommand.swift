public import ArgumentParser
import Foundation
import Kernel
import People
import Storage

/// `muster evidence …`: what shows that something was done.
public struct EvidenceCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Show that what was promised was done, and look at what shows it.",
        subcommands: [Add.self, List.self, Look.self, Withdraw.self, Save.self])

    public init() {}
}

extension EvidenceCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "add", "Put evidence there for an action, or for a finding: a file, a link or a record.",
            examples: "muster evidence add peer-review-response 2.1 --shows 'The rota is published' --file rota.pdf",
            "muster evidence add peer-review-response 2.1 --shows 'The policy' --link https://intranet.example/policy --through 2027-03-31",
            "muster evidence add peer-review-response 2.1 --shows 'Entries are made in time' --record performance_measure/3 --period 2026-03",
            "muster evidence add peer-review-response 2 --finding --shows 'The plan that answers it' --record plan/1")
        @OptionGroup var item: EvidenceOf
        @Option(help: "What it shows.") var shows: String?
        @Option(help: "A file: \(FileKind.allInWords).", completion: .file()) var file: String?
        @Option(help: "An address that begins with https:// or http://.") var link: String?
        @Option(help: "A record of this service, by its kind and number: plan/1.") var record: String?
        @Option(help: "Of a measure of the service: the period, 2026-03, 2025-26-q4 or 2025-26. The latest that is known when left out.") var period: String?
        @Option(help: "The last day on which it holds: YYYY-MM-DD.") var through: String?
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let (desk, actor) = try await writing.operating.begin()
            var fields = Fields(["shows": shows, "link": link, "record": record, "period": period, "through": through])
            let new = NewEvidence(reading: &fields, hasFile: file != nil)
            try fields.finish()
            let (checked, item, naming) = (try await sent(), item, Operating.naming)
            let line = try await desk.write(by: actor, because: writing.because) { work in
                try item.showing(new, checked, naming, work)
            }
            try writing.output.show(line, "The evidence was added as number \(line.number).")
        }

        /// The file, looked at as one is that is sent by a page.
        private func sent() async throws -> CheckedFile? {
            guard let file else { return nil }
            return try await FileOnDisk.checked(file, by: Operating.intake)
        }
    }

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List a plan's evidence on a day, with what was taken back.",
            examples: "muster evidence list peer-review-response", "muster evidence list peer-review-response --of 2.1 --on 2026-03-31 --json")
        @OptionGroup var plan: PlanArgument
        @Option(help: "Only that of the action or finding with this reference.") var of: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[EvidencePayload]> {
            try PlanPolicy.reads.check(reader.actor)
            let facts = try session.facts(of: plan.plan(session))
            let views = facts.evidence(on: day.on ?? reader.today).filter { view in
                guard let of else { return true }
                let shown = facts.reference(shownBy: view.evidence)
                return [shown.action, shown.finding].contains { $0?.key == of.lowercased() }
            }
            let rows = try views.map { view in
                let shown = facts.reference(shownBy: view.evidence)
                return ["\(view.evidence.id)", shown.action?.text ?? shown.finding?.text ?? "", view.evidence.shows, [view.place, view.stated?.words].compactMap(\.self).joined(separator: ": "), view.evidence.on.iso,
                        view.lastLook?.on.iso ?? "", view.stale ?? view.standing, try Parties(session).name(ofWho: view.evidence.by)]
            }
            return Answer(views.map { EvidencePayload($0, in: facts) }, Output.table(
                ["Number", "For", "What it shows", "Where", "Put there", "Looked at", "Standing", "By"], rows,
                empty: "Nothing was put there to show anything. Add it with: muster evidence add PLAN ACTION --shows WORDS --file FILE"))
        }
    }

    struct Look: WritingCommand {
        static let configuration = CommandConfiguration(
            "look", "Say that you looked at a piece of evidence today, and it still shows it.",
            examples: "muster evidence look peer-review-response 3", "muster evidence look peer-review-response 3 --through 2027-03-31")
        @OptionGroup var piece: EvidenceArguments
        @Option(help: "The last day on which it holds from now on: YYYY-MM-DD.") var through: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<EvidencePayload> {
            let (plan, evidence) = try piece.find(work.session)
            try Plans().look(at: evidence, in: plan, through: through, work)
            return Answer(try work.payload(evidence, of: plan), "It still shows it.")
        }
    }

    struct Withdraw: WritingCommand {
        static let configuration = CommandConfiguration(
            "withdraw", "Take back a piece of evidence, for a reason. It stays on record.",
            examples: "muster evidence withdraw peer-review-response 3 --because 'The rota shown was a draft'")
        @OptionGroup var piece: EvidenceArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<EvidencePayload> {
            let (plan, evidence) = try piece.find(work.session)
            var fields = Fields(["because": writing.because])
            if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why it is taken back, with --because.")]) }
            let because = fields.text("because", "Why", atMost: 2000)
            try fields.finish()
            let taken = try Plans().takeBack(evidence, in: plan, because: because, work)
            return Answer(try work.payload(taken, of: plan), "The evidence was taken back.")
        }
    }

    struct Save: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "save", "Save the file that is a piece of evidence.", examples: "muster evidence save peer-review-response 3 --output rota.pdf")
        @OptionGroup var piece: EvidenceArguments
        @Option(help: "The file to write; nothing is overwritten. Its own name, here, when left out.", completion: .file()) var output: String?
        @OptionGroup var reading: ReadingOptions

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try PlanPolicy.reads.check(actor)
            let piece = piece
            let (file, bytes) = try await desk.read { session in
                let file = try session.file(of: piece.find(session).1)
                return (file, try session.bytes(of: file))
            }
            let path = try FileOnDisk.save(file, bytes, at: output)
            try reading.output.show(file, "Wrote \(path): \(file.words).")
        }
    }
}

/// An action or a finding named at the command line, of which something is shown.
struct EvidenceOf: ParsableArguments, Sendable {
    @Argument(help: "The plan's reference.", completion: .plans) var plan: String
    @Argument(help: "The action's reference, or the finding's with --finding.", completion: .actions) var item: String
    @Flag(help: "The reference is a finding's.") var finding = false

    func showing(_ new: NewEvidence, _ file: CheckedFile?, _ naming: Naming, _ work: Work) throws -> EvidencePayload {
        let plan = try work.session.plan(plan)
        let piece = finding
            ? try Plans().show(new, for: work.session.finding(item, in: plan), of: plan, file: file, naming: naming, work)
            : try Plans().show(new, for: work.session.action(item, in: plan), of: plan, file: file, naming: naming, work)
        return try work.payload(piece, of: plan)
    }
}

/// A piece of evidence named at the command line, by its plan and its number.
struct EvidenceArguments: ParsableArguments, Sendable {
    @Argument(help: "The plan's reference.", completion: .plans) var plan: String
    @Argument(help: "The piece's number, as “muster evidence list” shows it.") var number: Int64

    func find(_ session: Session) throws -> (Plan, Evidence) {
        let plan = try session.plan(plan)
        return (plan, try session.evidence(ID(number), in: plan))
    }
}

extension Work {
    /// A piece of evidence as its plan now tells it.
    fileprivate func payload(_ evidence: Evidence, of plan: Plan) throws -> EvidencePayload {
        let facts = try session.facts(of: plan)
        guard let view = facts.evidence(on: today).first(where: { $0.evidence.id == evidence.id }) else { throw Refusal.evidenceNotThereThen(evidence, today) }
        return EvidencePayload(view, in: facts)
    }
}
