import ArgumentParser
import Kernel
import People
import Storage

extension BoardCommand {
    struct Decide: WritingCommand {
        static let configuration = CommandConfiguration(
            "decide", "Record what a meeting decided, on its day or later.",
            examples: "muster board decide audit-committee 2026-11-17 --outcome noted --words 'Progress was noted.' --item 2 --about plan/1",
            "muster board decide audit-committee 2026-11-17 --outcome approved-with-conditions --words 'Approved.' --conditions 'Report in May.' --conditions-due 2027-05-31")
        @OptionGroup var meeting: MeetingArguments
        @Option(help: "The outcome: \(Decision.Outcome.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Decision.Outcome.self)) var outcome: String?
        @Option(help: "What was decided, as the minutes have it.") var words: String?
        @Option(help: "Where its item stands on the agenda, from 1.") var item: Int?
        @Option(help: "The conditions, where it was approved with some.") var conditions: String?
        @Option(help: "The day by which they are to be met: YYYY-MM-DD.") var conditionsDue: String?
        @Option(help: "What on record was decided about, as the journal names it: plan/1. May be given more than once.") var about: [String] = []
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DecisionPayload> {
            let (board, meeting) = try meeting.find(work.session)
            let item = try item.map { try ItemArgument.item($0, of: meeting, work.session) }
            var fields = Fields([
                "item": item.map { "\($0.id)" }, "outcome": outcome, "words": words, "conditions": conditions, "conditions-due": conditionsDue,
            ], over: ["about": about])
            let new = NewDecision(reading: &fields)
            try fields.finish()
            let decision = try BoardCommand.boards.record(new, of: meeting, of: board, work)
            return Answer(try work.payload(of: decision, board), "Decision \(decision.id) was recorded.")
        }
    }

    struct StrikeOut: WritingCommand {
        static let configuration = CommandConfiguration(
            "strike", "Strike out a decision that was recorded in error.",
            examples: "muster board strike audit-committee 7 --because 'Recorded under the wrong meeting'")
        @OptionGroup var board: BoardArgument
        @Argument(help: "The decision's number.") var decision: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DecisionPayload> {
            let board = try board.find(work.session)
            let decision = try work.session.decision(ID(decision), of: board)
            try BoardCommand.boards.strike(decision, of: board, because: writing.reason("What was wrong"), work)
            return Answer(try work.payload(of: decision, board), "Decision \(decision.id) was struck out.")
        }
    }
}

extension Work {
    fileprivate func payload(of decision: Decision, _ board: Board) throws -> DecisionPayload {
        let view = try session.view(of: decision.id, board, on: today)
        return DecisionPayload(view, board, try Operating.naming.names(of: decision.about, session))
    }
}
