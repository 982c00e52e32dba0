import ArgumentParser
import Kernel
import People
import Storage

extension QualityCommand {
    struct Remedials: ReadingCommand {
        static let configuration = CommandConfiguration("remedials", "Show what is done about what checks found, the earliest due first.", examples: "muster quality remedials --state overdue", "muster quality remedials --json")
        @Option(help: "Only those that stand so: overdue, to-look, \(RemedialState.allCases.map(\.rawValue).joined(separator: ", ")).") var state: String?
        @Option(help: "Only those of this kind: \(RemedialKind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(RemedialKind.self)) var kind: String?
        @Option(help: "Only those that this person or post does.", completion: .parties) var owner: String?
        @Option(help: "Only those about this criterion.") var criterion: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[RemedialPayload]> {
            try QualityPolicy.enters.check(reader.actor)
            var fields = Fields(["kind": kind, "state": [RemedialFilter.overdueWord, RemedialFilter.toLookWord].contains(state) ? nil : state], over: [:])
            var filter = RemedialFilter()
            filter.kind = fields.optionalChoice("kind", "Kind", of: RemedialKind.self)
            _ = fields.optionalChoice("state", "State", of: RemedialState.self)
            try fields.finish()
            (filter.state, filter.owner, filter.criterion) = (state, owner, criterion)
            let on = day.on ?? reader.today
            let parties = try session.qualityParties(of: reader.actor, on: on)
            let lines = filter.shown(try session.remedialLines(readBy: reader.actor, parties, on: on), on: on).map { RemedialPayload($0, on: on) }
            return Answer(lines, Output.table(
                ["Number", "Check", "Kind", "Who", "Due", "Standing", "What"], lines.map { ["\($0.number)", $0.check, $0.kind.words, $0.owner, $0.due.iso, $0.overdue ? "Overdue" : $0.state.words, $0.what.asOneLine] },
                empty: "There is no such remedial action. Ask for one with: muster quality remedy CHECK --what WHAT --owner NAME --due DAY"))
        }
    }

    struct Remedy: WritingCommand {
        static let configuration = CommandConfiguration(
            "remedy", "Have something done about a completed check.", examples: "muster quality remedy Q-2026-0001 --criterion letter-sent --kind coaching --what 'Sit with her for two letters' --owner 'SM Adeyemi' --due 2026-05-31")
        @OptionGroup var own: QualityArgument
        @Option(help: "The code of the criterion that it is about; the whole work when left out.") var criterion: String?
        @OptionGroup var entries: RemedialEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RemedialPayload> {
            let remedial = try QualityCommand.quality.remedy(own.find(work.session), entries.read(over: ["criterion": [criterion ?? ""]]), work)
            return try QualityCommand.answer(remedial, "Remedial action \(remedial.id) is to be done by \(remedial.due).", work)
        }
    }

    struct EditRemedial: WritingCommand {
        static let configuration = CommandConfiguration("edit-remedial", "Word a remedial action anew, or give it to somebody else or another day; what is left out stays.", examples: "muster quality edit-remedial 3 --due 2026-06-30")
        @OptionGroup var own: RemedialArgument
        @OptionGroup var entries: RemedialEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RemedialPayload> {
            let held = try own.find(work.session)
            let remedial = try QualityCommand.quality.edit(held, entries.read(over: held.entries(owner: Parties(work.session).get(held.owner).name)), work)
            return try QualityCommand.answer(remedial, "Remedial action \(remedial.id) was saved.", work)
        }
    }

    struct Finish: WritingCommand {
        static let configuration = CommandConfiguration("finish", "Record that a remedial action was done.", examples: "muster quality finish 3 --doing 'Two letters were written together' --look-by 2026-09-30")
        @OptionGroup var own: RemedialArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @Option(help: "What was done.") var doing: String?
        @Option(help: "By when somebody says whether it worked: YYYY-MM-DD.") var lookBy: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RemedialPayload> {
            var fields = Fields(["on": on, "doing": doing, "look-by": lookBy], over: ["on": [work.today.iso]])
            let (day, doing, lookBy) = (fields.day("on", "Done on"), fields.text("doing", "What was done", atMost: 8000), fields.optionalDay("look-by", "Look by"))
            try fields.finish()
            let remedial = try QualityCommand.quality.finish(own.find(work.session), on: day, doing: doing, lookBy: lookBy, work)
            return try QualityCommand.answer(remedial, "It is recorded that it was done on \(day).", work)
        }
    }

    struct Look: WritingCommand {
        static let configuration = CommandConfiguration("look", "Say whether a remedial action worked.", examples: "muster quality look 3 --outcome worked --because 'Nothing failed in her last eight checks'")
        @OptionGroup var own: RemedialArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @Option(help: "\(RemedialOutcome.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(RemedialOutcome.self)) var outcome: String?
        @Option(help: "By when it is looked at again, where it can’t be said yet.") var lookBy: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RemedialPayload> {
            var fields = Fields(["on": on, "outcome": outcome, "look-by": lookBy], over: ["on": [work.today.iso]])
            let (day, outcome, lookBy) = (fields.day("on", "Looked at on"), fields.outcome(), fields.optionalDay("look-by", "Look again by"))
            try fields.finish()
            let remedial = try QualityCommand.quality.look(at: own.find(work.session), on: day, outcome: outcome, because: QualityCommand.reason(writing), lookBy: lookBy, work)
            return try QualityCommand.answer(remedial, "It is recorded: \(outcome.words.lowercasedFirst).", work)
        }
    }

    struct OpenAction: WritingCommand {
        static let configuration = CommandConfiguration("open-action", "Open a remedial action as an action of a plan, where it is reported on from then on.", examples: "muster quality open-action 3 --finding finding/7")
        @OptionGroup var own: RemedialArgument
        @Option(help: "The finding under which it stands, as the journal names it.") var finding: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RemedialPayload> {
            var fields = Fields(["finding": finding], over: [:])
            let finding = fields.finding()
            try fields.finish()
            let remedial = try QualityCommand.quality.openAction(for: own.find(work.session), under: finding, work)
            return try QualityCommand.answer(remedial, "Remedial action \(remedial.id) lives on as \(remedial.action?.description ?? "").", work)
        }
    }

    static func answer(_ remedial: RemedialAction, _ sentence: String, _ work: Work) throws -> Answer<RemedialPayload> {
        let parties = try work.session.qualityParties(of: work.actor, on: work.today)
        return Answer(RemedialPayload(try work.session.remedialLine(remedial.id, readBy: work.actor, parties, on: work.today), on: work.today), sentence)
    }
}

/// What the form of a remedial action asks for.
struct RemedialEntries: ParsableArguments, Sendable {
    @Option(help: "Kind: \(RemedialKind.allCases.map(\.rawValue).joined(separator: ", ")); coaching when left out.", completion: .codes(RemedialKind.self)) var kind: String?
    @Option(help: "What is to be done.") var what: String?
    @Option(help: "Who does it: a person or post on record.", completion: .parties) var owner: String?
    @Option(help: "The day by which it is done: YYYY-MM-DD.") var due: String?

    func read(over held: [String: [String]]) throws -> NewRemedialAction {
        var fields = Fields(["kind": kind, "what": what, "owner": owner, "due": due], over: held)
        let new = NewRemedialAction(reading: &fields)
        try fields.finish()
        return new
    }
}
