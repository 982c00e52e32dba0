import ArgumentParser
import Kernel
import People
import Premises
import Storage

/// What the form of a case asks for.
struct CaseEntries: ParsableArguments, Sendable {
    @Option(help: "What it is about.") var title: String?
    @Option(help: "How it arose: \(EnforcementCase.Origin.allCases.map(\.rawValue).joined(separator: ", ")).") var origin: String?
    @Option(help: "Who leads it: a person or post on record.", completion: .parties) var officer: String?
    @Option(help: "What it is about at more length; internal.") var summary: String?

    func read(premises: String? = nil, opened: String? = nil, over held: [String: [String]]) throws -> NewCase {
        var fields = Fields(["title": title, "origin": origin, "officer": officer, "summary": summary, "premises": premises, "opened": opened], over: held)
        let new = NewCase(reading: &fields)
        try fields.finish()
        return new
    }
}

extension CaseCommand {
    struct Open: WritingCommand {
        static let configuration = CommandConfiguration("open", "Open a case.", examples: "muster case open --title 'Blocked stairs' --premises P-12 --officer 'WM Ferris' --origin complaint")
        @OptionGroup var entries: CaseEntries
        @Option(help: "The reference of the premises.") var premises: String?
        @Option(help: "The day it was opened: YYYY-MM-DD; today when left out.") var opened: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            let own = try CaseCommand.enforcement.open(entries.read(premises: premises, opened: opened, over: ["opened": [work.today.iso]]), work)
            return Answer(try work.session.payload(of: own, on: work.today), "\(own.reference) is open.")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration("edit", "Change what a case says of itself; what is left out stays.", examples: "muster case edit C-2026-0001 --officer 'GM Halloran'")
        @OptionGroup var own: CaseArgument
        @OptionGroup var entries: CaseEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            let facts = try work.session.facts(of: own.find(work.session))
            let held = facts.enforcementCase.entries(officer: facts.officer, premises: facts.premises.reference.text)
            let changed = try CaseCommand.enforcement.edit(facts.enforcementCase, entries.read(over: held), work)
            return Answer(try work.session.payload(of: changed, on: work.today), "\(changed.reference) was saved.")
        }
    }

    struct Close: WritingCommand {
        static let configuration = CommandConfiguration("close", "Close a case, for a reason.", examples: "muster case close C-2026-0001 --because 'All put right'")
        @OptionGroup var own: CaseArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            let because = try writing.reason()
            let closed = try CaseCommand.enforcement.close(own.find(work.session), on: on ?? work.today, because: because, work)
            return Answer(try work.session.payload(of: closed, on: work.today), "\(closed.reference) is closed.")
        }
    }

    struct Reopen: WritingCommand {
        static let configuration = CommandConfiguration("reopen", "Reopen a case that was closed.", examples: "muster case reopen C-2026-0001 --because 'The stairs are blocked again'")
        @OptionGroup var own: CaseArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            let opened = try CaseCommand.enforcement.reopen(own.find(work.session), work)
            return Answer(try work.session.payload(of: opened, on: work.today), "\(opened.reference) is open again.")
        }
    }

    struct Find: WritingCommand {
        static let configuration = CommandConfiguration("find", "Record what was found against an article.", examples: "muster case find C-2026-0001 --article 14 --found 'Bins on the stairs'")
        @OptionGroup var own: CaseArgument
        @Option(help: "The article: 14, 21A.") var article: String?
        @Option(help: "What was found; internal.") var found: String?
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            var fields = Fields(["article": article, "found": found, "on": on], over: ["on": [work.today.iso]])
            let new = NewCaseFinding(reading: &fields)
            try fields.finish()
            let own = try own.find(work.session)
            try CaseCommand.enforcement.find(new, in: own, work)
            return Answer(try work.session.payload(of: own, on: work.today), "Recorded against article \(new.article).")
        }
    }

    struct StrikeFinding: WritingCommand {
        static let configuration = CommandConfiguration("strike-finding", "Strike out a finding that was recorded in error.", examples: "muster case strike-finding C-2026-0001 2 --because 'Another building'")
        @OptionGroup var own: CaseArgument
        @Argument(help: "The number of the finding, as the case shows it.") var number: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            let because = try writing.reason()
            let own = try own.find(work.session)
            try CaseCommand.enforcement.strike(work.session.finding(ID(number), of: own), of: own, because: because, work)
            return Answer(try work.session.payload(of: own, on: work.today), "The finding was struck out.")
        }
    }

    struct Reason: WritingCommand {
        static let configuration = CommandConfiguration(
            "reason", "Record how risk, gap and circumstances lead to what is done; what is left out stays.",
            examples: "muster case reason C-2026-0001 --risk probable --gap substantial --expectation enforcement --conclusion letter-with-revisit --departure 'Put right at once'")
        @OptionGroup var own: CaseArgument
        @Option(help: "The risk of serious injury: \(Rationale.Risk.allCases.map(\.rawValue).joined(separator: ", ")).") var risk: String?
        @Option(help: "The gap: \(Rationale.Gap.allCases.map(\.rawValue).joined(separator: ", ")).") var gap: String?
        @Option(help: "The initial expectation: \(EnforcementMeasure.allCases.map(\.rawValue).joined(separator: ", ")).") var expectation: String?
        @Option(help: "Dutyholder factors.") var dutyholder: String?
        @Option(help: "Strategic factors.") var strategic: String?
        @Option(help: "The conclusion, one of the same.") var conclusion: String?
        @Option(help: "Why the conclusion is not what was expected.") var departure: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            let own = try own.find(work.session)
            var fields = Fields([
                "risk": risk, "gap": gap, "expectation": expectation, "dutyholder": dutyholder, "strategic": strategic, "conclusion": conclusion, "departure": departure,
            ], over: try work.session.rationale(of: own)?.entries ?? [:])
            let new = NewRationale(reading: &fields)
            try fields.finish()
            try CaseCommand.enforcement.reason(new, for: own, work)
            return Answer(try work.session.payload(of: own, on: work.today), "Concluded: \(new.conclusion.words.lowercased()).")
        }
    }

    struct AddOutcome: WritingCommand {
        static let configuration = CommandConfiguration(
            "add-outcome", "Record an informal notification, a caution or a prosecution.", examples: "muster case add-outcome C-2026-0001 --kind informal-notification --words 'Keep the stairs clear'")
        @OptionGroup var own: CaseArgument
        @Option(help: "What was done: \(CaseOutcome.Kind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind: String?
        @Option(help: "What it was for.") var words: String?
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            var fields = Fields(["kind": kind, "words": words, "on": on], over: ["on": [work.today.iso]])
            let new = NewCaseOutcome(reading: &fields)
            try fields.finish()
            let own = try own.find(work.session)
            try CaseCommand.enforcement.add(new, to: own, work)
            return Answer(try work.session.payload(of: own, on: work.today), "\(new.kind.words) was recorded.")
        }
    }

    struct SettleOutcome: WritingCommand {
        static let configuration = CommandConfiguration("settle-outcome", "Record what came of a notification, caution or prosecution.", examples: "muster case settle-outcome C-2026-0001 1 --result 'Fined 20,000 pounds'")
        @OptionGroup var own: CaseArgument
        @Argument(help: "Its number, as the case shows it.") var number: Int64
        @Option(help: "What came of it.") var result: String?
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CasePayload> {
            var fields = Fields(["result": result, "result-on": on], over: ["result-on": [work.today.iso]])
            let (result, day) = (fields.text("result", "What came of it", atMost: 8000), fields.day("result-on", "Known on"))
            try fields.finish()
            let own = try own.find(work.session)
            try CaseCommand.enforcement.settle(work.session.outcome(ID(number), of: own), of: own, result: result, on: day, work)
            return Answer(try work.session.payload(of: own, on: work.today), "Recorded.")
        }
    }
}
