import ArgumentParser
import Kernel
import People
import Storage

extension RiskCommand.Method {
    struct ListMethods: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the editions of the risk method, with the day from which premises are scored by each.", examples: "muster risk method list", "muster risk method list --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[RiskEditionLine]> {
            try RiskPolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let editions = try session.riskEditions(on: day)
            let current = editions.inForce(on: day)?.id
            return Answer(editions.map(RiskEditionLine.init), Output.table(
                ["Edition", "Title", "In force from", ""], editions.map { [$0.name, $0.method.title, $0.adopted?.iso ?? "draft", $0.id == current ? "in force" : ""] },
                empty: "There is no edition of the risk method. Add one with: muster risk method add FILE"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show an edition of the risk method with its tables; the one in force when none is named.",
            examples: "muster risk method show", "muster risk method show 2025 --json")
        @Argument(help: "The edition, as its cover has it, or its number.", completion: .riskEditions) var edition: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<RiskEditionPayload> {
            try RiskPolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let found = try edition.map { try session.riskEdition(named: $0) } ?? session.riskMethodInForce(on: day)
            return Answer(RiskEditionPayload(found), found.inWords)
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "check", "Check a method in a file, and keep nothing.", "Ends with 1 where there is something to put right.", examples: "muster risk method check method.json")
        @OptionGroup var method: RiskMethodArgument
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let checked = try RiskMethodFile.parsed(method.text())
            let flaws = checked.flaws
            let found = Checked(edition: checked.edition, title: checked.title, flaws: flaws)
            try output.show(found, flaws.isEmpty
                ? "Edition \(checked.edition), “\(checked.title)”, is in order: \(counted(checked.factors.count, "table")), \(counted(checked.bands.count, "band"))."
                : flaws.map(\.line).joined(separator: "\n") + "\n\(counted(flaws.count, "thing").capitalisedFirst) to put right.")
            if !flaws.isEmpty { throw ExitCode(1) }
        }

        private struct Checked: Encodable {
            let edition, title: String
            let flaws: [RiskFlaw]
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration("add", "Draft an edition from a method in a file.", examples: "muster risk method add method.json --because 'For the board of June'")
        @OptionGroup var method: RiskMethodArgument
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let method = try RiskMethodFile.read(method.text())
            let (desk, actor) = try await writing.operating.begin()
            let edition = try await desk.write(by: actor, because: writing.because) { work in try Risk().add(method, work) }
            try writing.output.show(RiskEditionPayload(edition), "Edition \(edition.name) is drafted. Look who would move with: muster risk compare EDITION \(edition.name)")
        }
    }

    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration("edit", "Put the method of a file in place of a draft’s.", examples: "muster risk method edit 2027 method.json")
        @OptionGroup var edition: RiskEditionArgument
        @OptionGroup var method: RiskMethodArgument
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let (method, named) = (try RiskMethodFile.read(method.text()), edition)
            let (desk, actor) = try await writing.operating.begin()
            let edition = try await desk.write(by: actor, because: writing.because) { work in try Risk().edit(named.find(work.session), method, work) }
            try writing.output.show(RiskEditionPayload(edition), "Edition \(edition.name) was saved.")
        }
    }

    struct Adopt: WritingCommand {
        static let configuration = CommandConfiguration(
            "adopt", "Have premises scored by a draft from a day; from then on it stays as it is.",
            examples: "muster risk method adopt 2027 --on 2027-04-01 --because 'Approved by the authority on 26 February'")
        @OptionGroup var edition: RiskEditionArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RiskEditionPayload> {
            var fields = Fields(["on": on], over: ["on": [work.today.iso]])
            let day = fields.day("on", "The day it is adopted")
            try fields.finish()
            let edition = try Risk().adopt(edition.find(work.session), on: day, work)
            return Answer(RiskEditionPayload(edition), "Premises are scored by edition \(edition.name) from \(day).")
        }
    }
}

extension RiskEdition {
    fileprivate var inWords: String {
        let titles = method.markerTitles
        let head = ["Risk method, edition \(name): " + (adopted.map { "in force from \($0)" } ?? "a draft"), method.title] + method.text + [method.weights]
        let tables = method.factors.flatMap { factor -> [String] in
            let fact = factor.knownFact
            return ["\(factor.title) (\(factor.knownClass?.words ?? factor.category), weight \(factor.weight))"]
                + factor.rows.map { row in "  \(fact.map { row.words($0, markers: titles) } ?? ""): \(row.points.words)" }
                + (factor.unknown.map { ["  Not known: \($0.points.words). \($0.why)"] } ?? [])
        }
        let bands = method.bands.map { "  \($0.title), from \($0.from.words): \($0.interval.lowercasedFirst)" }
        let effects = method.effects.map { effect in "  \(listed(effect.levels.map(KnownCompliance.words), joinedBy: "or").capitalisedFirst) \(effect.known?.words ?? effect.effect)" }
        let shares = method.shares.map { "  \($0.percent)% of \(listed($0.knownTypes.map { $0.words.lowercasedFirst }))" }
        return (head + tables + [method.knownCombination?.words ?? method.combination, "Bands"] + bands + (effects.isEmpty ? [] : ["Known compliance and intervals"] + effects)
            + (shares.isEmpty ? [] : ["Each year, of those with poor compliance, at least"] + shares)).joined(separator: "\n")
    }
}
