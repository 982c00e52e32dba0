import ArgumentParser
import Kernel
import People
import Storage

/// A withdrawal as the command line tells it.
struct WithdrawalLine: Encodable {
    let plan: String
    let finding: String?
    let action: String?
    let on: Day
    let because: String
    let restoredOn: Day?

    init(_ withdrawal: Withdrawal, of plan: Plan, finding: Finding? = nil, action: Action? = nil) {
        (self.plan, self.finding, self.action) = (plan.reference.text, finding?.reference.text, action?.reference.text)
        (on, because, restoredOn) = (withdrawal.on, withdrawal.because, withdrawal.restoredOn)
    }
}

extension WritingOptions {
    /// The reason of a withdrawal, which its record keeps as well.
    fileprivate var reason: String {
        get throws {
            var fields = Fields(["because": because])
            let reason = fields.text("because", "Why it is withdrawn", atMost: 2000)
            if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why it is withdrawn, with --because.")]) }
            try fields.finish()
            return reason
        }
    }
}

extension FindingCommand {
    struct Withdraw: WritingCommand {
        static let configuration = CommandConfiguration(
            "withdraw", "Take a finding and its actions out of the plan from today.",
            examples: "muster plan finding withdraw peer-review-response 2 --because 'Answered by the new control room'")
        @OptionGroup var finding: FindingArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<WithdrawalLine> {
            let (plan, finding) = try finding.find(work.session)
            let withdrawal = try Plans().withdraw(finding, of: plan, because: writing.reason, work)
            return Answer(WithdrawalLine(withdrawal, of: plan, finding: finding), "Finding \(finding.reference) was withdrawn.")
        }
    }

    struct Restore: WritingCommand {
        static let configuration = CommandConfiguration(
            "restore", "Put a withdrawn finding back from today.", examples: "muster plan finding restore peer-review-response 2")
        @OptionGroup var finding: FindingArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<WithdrawalLine> {
            let (plan, finding) = try finding.find(work.session)
            let found = try work.session.first(Withdrawal.self, "WHERE finding = \(finding.id) ORDER BY id DESC")
            guard let found else { throw Refusal.conflict("not-withdrawn", "Finding \(finding.reference) is not withdrawn.") }
            let withdrawal = try Plans().restore(found, in: plan, work)
            return Answer(WithdrawalLine(withdrawal, of: plan, finding: finding), "Finding \(finding.reference) is back in the plan.")
        }
    }
}

extension ActionCommand {
    struct Withdraw: WritingCommand {
        static let configuration = CommandConfiguration(
            "withdraw", "Take an action out of the plan from today.",
            examples: "muster plan action withdraw peer-review-response 2.1 --because 'Done under another plan'")
        @OptionGroup var action: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<WithdrawalLine> {
            let (plan, action) = try action.find(work.session)
            let withdrawal = try Plans().withdraw(action, of: plan, because: writing.reason, work)
            return Answer(WithdrawalLine(withdrawal, of: plan, action: action), "Action \(action.reference) was withdrawn.")
        }
    }

    struct Restore: WritingCommand {
        static let configuration = CommandConfiguration(
            "restore", "Put a withdrawn action back from today.", examples: "muster plan action restore peer-review-response 2.1")
        @OptionGroup var action: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<WithdrawalLine> {
            let (plan, action) = try action.find(work.session)
            let found = try work.session.first(Withdrawal.self, "WHERE action = \(action.id) ORDER BY id DESC")
            guard let found else { throw Refusal.conflict("not-withdrawn", "Action \(action.reference) is not withdrawn.") }
            let withdrawal = try Plans().restore(found, in: plan, work)
            return Answer(WithdrawalLine(withdrawal, of: plan, action: action), "Action \(action.reference) is back in the plan.")
        }
    }
}
