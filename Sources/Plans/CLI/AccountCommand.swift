import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct Account: ReadingCommand {
        static let configuration = CommandConfiguration(
            "account", "Tell what happened to a plan between two days, what is late and what comes next.",
            examples: "muster plan account peer-review-response --since 2025-06-30 --on 2025-09-30",
            "muster plan account peer-review-response --since 2025-06-30 --next 2026-02-10 --json")
        @OptionGroup var plan: PlanArgument
        @Option(help: "Since the end of this day; three months before when left out.") var since: String?
        @Option(help: "The day of the next meeting: what is due by then is told.") var next: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<AccountPayload> {
            try PlanPolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let days = try AccountDays(Fields(["since": since, "next": next]), until: day)
            let facts = try session.facts(of: plan.plan(session))
            let account = try days.account(of: facts, until: day, entered: session.entered(facts.plan))
            let parts = account.telling.passages.filter { !$0.lines.isEmpty && $0.part != Telling.Part.background }.map { passage in
                passage.part.heading + "\n" + passage.lines.map { "  \($0.written)" }.joined(separator: "\n")
            }
            return Answer(AccountPayload(account), parts.joined(separator: "\n\n"))
        }
    }
}
