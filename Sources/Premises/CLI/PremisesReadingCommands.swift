public import ArgumentParser
import Kernel
import People
import Storage

/// Which premises are wanted and in which order, as the address of their page says it.
struct PremisesFilterOptions: ParsableArguments, Sendable {
    @Option(help: "Only premises of this type: \(PremisesType.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(PremisesType.self)) var type: PremisesType?
    @Option(help: "Only premises in this area.") var area: String?
    @Option(help: "Only premises where this is known: yes, no or unknown.", completion: .codes(Sleeping.self)) var sleeping: Sleeping?
    @Option(help: "Only premises that this duty holder answers for, by number or name.") var holder: String?
    @Flag(help: "Only premises that were merged into others, in place of those that count.") var merged = false
    @Option(help: "Sort by name, reference or type; --sort=-name turns it round.") var sort: String?

    func filter(_ session: Session) throws -> PremisesFilter {
        var filter = PremisesFilter()
        (filter.type, filter.area, filter.sleeping, filter.isMerged) = (type, area, sleeping, merged)
        filter.holder = try holder.map { try session.dutyHolder(named: $0, field: "holder").id }
        if let sort, !filter.sort(by: sort) {
            throw Refusal.fields([.init("sort", "Premises are sorted by name, reference or type, not by “\(sort)”.")])
        }
        return filter
    }
}

extension PremisesType: ExpressibleByArgument {}
extension Sleeping: ExpressibleByArgument {}
extension Capacity: ExpressibleByArgument {}
extension DutyHolder.Kind: ExpressibleByArgument {}
extension ServiceAddress.Kind: ExpressibleByArgument {}

/// How much of a long list, and where it begins.
struct LeafOptions: ParsableArguments, Sendable {
    @Option(help: "The most that are listed.") var limit: Int = 50
    @Option(help: "Begin after this number: that of the last one that was listed.") var after: Int64?

    /// How to go on, where as many were listed as were asked for.
    func more(_ numbers: [Int64]) -> String {
        numbers.count == limit ? numbers.last.map { "\nThere may be more, with: --after \($0)" } ?? "" : ""
    }

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 10,000.") }
    }
}

extension PremisesCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List premises on a day, a page at a time.",
            examples: "muster premises list", "muster premises list --type care-home --sleeping yes --limit 20 --json")
        @OptionGroup var filter: PremisesFilterOptions
        @OptionGroup var leaf: LeafOptions
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[PremisesLine]> {
            try GazetteerPolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let found = try session.premises(filter.filter(session), on: day, after: leaf.after.map { ID($0) }, limit: leaf.limit)
            let lines = try session.lines(of: found, on: day)
            return Answer(lines, Output.table(
                ["Reference", "Premises", "Postcode", "Type", "Area", "Sleeping", "Responsible"],
                lines.map { [$0.reference, $0.name, $0.postcode ?? "", $0.type.words, $0.area ?? "", $0.sleeping.rawValue, $0.responsible.joined(separator: "; ")] },
                empty: "There are no such premises. Register some with: muster premises add --name NAME --type shop") + leaf.more(lines.map(\.number)))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show premises on a day: what is known of them and who answered for them.",
            examples: "muster premises show P-17", "muster premises show P-17 --on 2025-02-26 --json")
        @OptionGroup var premises: PremisesArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<PremisesPayload> {
            try GazetteerPolicy.reads.check(reader.actor)
            let payload = try session.payload(of: premises.find(session), on: day.on ?? reader.today, for: reader.actor)
            return Answer(payload, payload.inWords)
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration(
            "history", "Show every change to premises and to who answers for them, newest first.",
            examples: "muster premises history P-17", "muster premises history P-17 --last 20 --json")
        @OptionGroup var premises: PremisesArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try GazetteerPolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: premises.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }
}

extension PremisesPayload {
    fileprivate var inWords: String {
        let (who, before) = (answering.map(\.inWords), others.map(\.inWords))
        var lines = head
        if let survivor = premises.mergedInto { lines.append("It is a duplicate and counts as \(survivor).") }
        lines += who.isEmpty ? ["Nobody is named who answers for it."] : ["Who answers for it"] + who
        if !before.isEmpty { lines += ["Before and after"] + before }
        if !merged.isEmpty { lines.append("Merged into it: \(listed(merged))") }
        if !saidInWords.isEmpty { lines += ["Said of it"] + saidInWords.map { "  \($0)" } }
        return lines.joined(separator: "\n")
    }

    /// What is known of it, as far as it is.
    private var head: [String] {
        let own = premises
        let address = (own.address + [own.postcode].compactMap(\.self)).joined(separator: ", ")
        let known: [String?] = [
            own.uprn.map { "UPRN \($0)" }, own.area, own.storeys.map { counted($0, "storey") }, own.height.map { "\($0) m high" },
            own.place.map { "at \($0.latitude), \($0.longitude)" },
        ]
        let lines = [
            "\(own.name) (\(own.reference)), \(own.type.words.lowercasedFirst)", address, "As on \(on). \(own.sleeping == .unknown ? "Whether people sleep there is not known" : own.sleeping.words).",
            known.compactMap(\.self).joined(separator: ", "), notes ?? "",
        ]
        return lines.filter { !$0.isEmpty }
    }
}

extension ResponsibilityPayload {
    /// A line of a list, with the address that is the latest under it.
    var inWords: String {
        let line = "  \(number): \(name) (\(holder)), \(capacity.words.lowercasedFirst), \(provision), \(daysInWords(from, through))" + (note.map { ". \($0)" } ?? "")
        return line + (addresses?.first.map { "\n     served at \($0.line)" } ?? "")
    }
}

/// `from 1 May 2020 to 3 June 2024`
func daysInWords(_ from: Day, _ through: Day?) -> String { "from \(from)" + (through.map { " to \($0)" } ?? "") }
