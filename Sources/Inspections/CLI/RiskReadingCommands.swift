import ArgumentParser
import Kernel
import People
import Premises
import Storage

extension RiskCommand {
    struct Score: ReadingCommand {
        static let configuration = CommandConfiguration(
            "score", "Show how premises score, line by line.", examples: "muster risk score P-17", "muster risk score P-17 --on 2025-02-26 --json", "muster risk score P-17 --edition 2027")
        @OptionGroup var premises: ScoredPremisesArgument
        @OptionGroup var edition: EditionOption
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<RiskScorePayload> {
            try RiskPolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let scored = try session.scored(premises.find(session), by: edition.find(session, on: day), on: day)
            return Answer(RiskScorePayload(scored), scored.inWords)
        }
    }

    struct Bands: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "bands", "Count all premises by band, with what is overdue.", examples: "muster risk bands", "muster risk bands --edition 2027 --json")
        @OptionGroup var edition: EditionOption
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try RiskPolicy.reads.check(actor)
            let (edition, day) = (edition, day.on ?? desk.clock.today)
            let standing = try await showingProgress("Scoring", desk, on: day) { session, watch in try session.riskStanding(edition.find(session, on: day), on: day, watch: watch) }
            let found = RiskStandingPayload(standing)
            try reading.output.show(found, """
                Edition \(found.edition), \(day): \(grouped(found.premises)) premises, \(grouped(found.overdue)) overdue, compliance unknown of \(grouped(found.unknownCompliance)).
                \(Output.table(
                    ["Band", "From", "Audited", "Premises", "Overdue", "Never audited"],
                    zip(found.bands, standing.edition.method.bands).map { [$0.title, $0.from, $1.interval, grouped($0.premises), grouped($0.overdue), grouped($0.neverAudited)] }, empty: ""))
                """ + (found.shares.isEmpty ? "" : "\n" + Output.table(
                    ["Each year, of", "Poor", "At least", "Audited in 12 months", ""],
                    found.shares.map { ["\($0.percent)% of \(listed($0.types.map { $0.words.lowercasedFirst }))", grouped($0.poor), grouped($0.least), grouped($0.audited), $0.met ? "met" : "not met"] }, empty: "")))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "list", "List premises by their score, the highest first.", examples: "muster risk list --band very-high --due overdue", "muster risk list --type hotel --sort due --limit 20 --json")
        @OptionGroup var filter: RiskFilterOptions
        @OptionGroup var edition: EditionOption
        @Option(help: "The most that are listed.") var limit = 50
        @Option(help: "Leave out so many of the first.") var skip = 0
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func validate() throws {
            guard (1...10_000).contains(limit), skip >= 0 else { throw ValidationError("--limit takes a number from 1 to 10,000, and --skip one from 0.") }
        }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try RiskPolicy.reads.check(actor)
            let (filter, edition, skip, limit, day) = (try filter.filter, edition, skip, limit, day.on ?? desk.clock.today)
            let (items, count) = try await desk.read { session in try session.scored(filter, edition.find(session, on: day), on: day, from: skip, limit: limit) }
            try reading.output.show(items.map { ScoredLine($0, on: day) }, Output.table(
                ["Reference", "Premises", "Type", "Score", "Band", "Next audit"],
                items.map { [$0.item.reference, $0.item.name, $0.item.facts.type.words, $0.score.words, $0.band.title, $0.result.due.words] }, empty: "No premises fit.")
                + (count > items.count ? "\n\(grouped(items.count)) of \(grouped(count)); go on with --skip \(skip + items.count)" : ""))
        }
    }
}

/// Which scored premises are wanted, as the address of their page says it.
struct RiskFilterOptions: ParsableArguments, Sendable {
    @Option(help: "Only premises in this band, by its code.") var band: String?
    @Option(help: "Only premises of this type: \(PremisesType.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(PremisesType.self)) var type: PremisesType?
    @Option(help: "Only premises of which this is so: \(RiskFilter.Due.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(RiskFilter.Due.self)) var due: String?
    @Option(help: "Sort by score or due; --sort=-score turns it round.") var sort: String?

    var filter: RiskFilter {
        get throws {
            var filter = RiskFilter()
            (filter.band, filter.type) = (band, type)
            filter.due = try due.map { written in
                guard let due = RiskFilter.Due(rawValue: written) else {
                    throw Refusal.fields([.init("due", "“\(written)” is none of \(listed(RiskFilter.Due.allCases.map(\.rawValue), joinedBy: "or")).")])
                }
                return due
            }
            if let sort, !filter.sort(by: sort) { throw Refusal.fields([.init("sort", "Premises are sorted by score or due, not by “\(sort)”.")]) }
            return filter
        }
    }
}

extension ScoredPremises {
    fileprivate var inWords: String {
        let lines = score.lines.map { line in
            "  \(line.title): \(line.known ?? "not known") (\(line.row)) \(line.points.words) × \(line.weight) = \(line.product.words)" + (line.why.map { ". \($0)" } ?? "")
        }
        let sums = score.sums.map { "  \($0.category.words): \($0.points.words)" }
        return (["\(premises.line) by edition \(edition.name) of the risk method, \(day)"] + lines + ["Sums"] + sums + [
            score.combination.words, "Score \(score.score.words): \(score.band.title)", score.interval.sentence, "Next audit: \(score.due.words.lowercasedFirst)\(score.due.isOverdue(on: day) ? ", overdue" : "")",
            edition.method.weights,
        ]).joined(separator: "\n")
    }
}
