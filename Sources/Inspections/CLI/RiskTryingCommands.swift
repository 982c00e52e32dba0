import ArgumentParser
import Kernel
import People
import Storage

extension RiskCommand {
    struct Compare: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "compare", "Compare two editions: who moves band, and why.", examples: "muster risk compare 2025 2027", "muster risk compare 2025 2027 --reason known-compliance --limit 20 --json")
        @Argument(help: "The edition to begin from.", completion: .riskEditions) var before: String
        @Argument(help: "The edition to try.", completion: .riskEditions) var after: String
        @Option(help: "Only premises that move from this band, by its code.") var from: String?
        @Option(help: "Only premises that move to this band, by its code.") var to: String?
        @Option(help: "Only premises for which this table makes most of the difference, by its code.") var reason: String?
        @Option(help: "Only premises of this type.", completion: .codes(PremisesType.self)) var type: PremisesType?
        @Option(help: "The most that are listed.") var limit = 20
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func validate() throws {
            guard (0...10_000).contains(limit) else { throw ValidationError("--limit takes a number from 0 to 10,000.") }
        }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try RiskPolicy.reads.check(actor)
            var filter = RiskMoveFilter()
            (filter.from, filter.to, filter.cause, filter.type) = (from, to, reason, type)
            let (chosen, one, other, limit, day) = (filter, before, after, limit, day.on ?? desk.clock.today)
            let compared = try await showingProgress("Comparing", desk, on: day) { session, watch in
                try session.compared(session.riskEdition(named: one), session.riskEdition(named: other), on: day, watch: watch)
            }
            let (items, count) = try await desk.read { session in try session.moved(chosen, compared.before, compared.after, on: day, limit: limit) }
            let found = RiskComparisonPayload(compared)
            try reading.output.show(Compared(comparison: found, premises: items.map(MovedLine.init), of: count), """
                From edition \(found.before) to \(found.after), \(day): \(grouped(found.moved)) of \(grouped(found.premises)) premises move band, \(grouped(found.moreOften)) to one that is \
                audited more often and \(grouped(found.lessOften)) to one less often.
                \(Output.table(["From", "To", "Premises"], found.bands.filter { $0.from != $0.to }.map { [$0.from, $0.to, grouped($0.premises)] }, empty: "Nobody moves."))
                \(Output.table(["Most of the difference", "Premises"], found.reasons.map { [$0.title, grouped($0.premises)] }, empty: ""))
                \(Output.table(
                    ["Reference", "Premises", "From", "To", "Score", "Why"],
                    items.map(MovedLine.init).map { [$0.premises, $0.name, $0.from, $0.to, "\($0.scoreBefore) to \($0.scoreAfter)", $0.reasons.joined(separator: "; ")] }, empty: ""))\
                \(count > items.count ? "\n\(grouped(items.count)) of \(grouped(count))." : "")
                """)
        }

        private struct Compared: Encodable {
            let comparison: RiskComparisonPayload
            let premises: [MovedLine]
            let of: Int
        }
    }

    struct BackTesting: ReadingCommand {
        static let configuration = CommandConfiguration(
            "back-test", "Say what a method would have found, and when, over a period that has passed.",
            """
            The audits of the period stay on their days, and premises are put into them by the score that they had on the day before it. It takes for granted that what was found \
            would have been found as well on the other day.
            """,
            examples: "muster risk back-test --from 2025-04-01 --through 2026-03-31", "muster risk back-test --edition 2027 --from 2025-04-01 --json")
        @OptionGroup var edition: EditionOption
        @Option(help: "The first day of the period; a year before its last when left out.") var from: Day?
        @Option(help: "The last day of the period; today when left out.") var through: Day?
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<BackTestPayload> {
            try RiskPolicy.reads.check(reader.actor)
            let through = through ?? reader.today
            let from = from ?? through.adding(months: -12).adding(days: 1)
            guard from <= through else { throw Refusal.fields([.init("from", "The period ends on \(through), before it begins.")]) }
            let report = try session.backTest(edition.find(session, on: through), from: from, through: through)
            return Answer(BackTestPayload(report), report.inWords)
        }
    }
}

extension BackTestReport {
    fileprivate var inWords: String {
        let worst = test.losers.prefix(20).compactMap { loser in names[loser.premises].map { [$0.reference, $0.name, "\(loser.found)", decimal(-loser.daysEarlier, places: 1)] } }
        return (["Edition \(edition.name), \(from) to \(through), scored by what was known on \(known)."] + sentences
            + (leftOut == 0 ? [] : ["\(counted(leftOut, "audit").capitalisedFirst) left out: the premises were not on record before the period."])
            + [Output.table(["Reference", "Found later", "Was found on", "Days later"], worst, empty: "Nobody would have been found later.")]).joined(separator: "\n")
    }
}
