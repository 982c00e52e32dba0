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

    init(_ withdrawal: Withdrawal, of item: some PlanItem, in plan: Plan) {
        self.plan = plan.reference.text
        finding = withdrawal.finding.map { _ in item.reference.text }
        action = withdrawal.action.map { _ in item.reference.text }
        (on, because, restoredOn) = (withdrawal.on, withdrawal.because, withdrawal.restoredOn)
    }
}

/// A command that takes a finding or an action out of its plan.
protocol Withdrawing: WritingCommand {
    associatedtype Arguments: ItemArguments
    var item: Arguments { get }
}

extension Withdrawing {
    func change(_ work: Work) throws -> Answer<WithdrawalLine> {
        let (plan, item) = try item.find(work.session)
        var fields = Fields(["because": writing.because])
        if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why it is withdrawn, with --because.")]) }
        let new = NewWithdrawal(reading: &fields)
        try fields.finish()
        let withdrawal = try Plans().withdraw(item, of: plan, because: new.because, work)
        return Answer(WithdrawalLine(withdrawal, of: item, in: plan), "\(Arguments.Item.noun.capitalisedFirst) \(item.reference) was withdrawn.")
    }
}

/// A command that puts one back.
protocol Restoring: WritingCommand {
    associatedtype Arguments: ItemArguments
    var item: Arguments { get }
}

extension Restoring {
    func change(_ work: Work) throws -> Answer<WithdrawalLine> {
        let (plan, item) = try item.find(work.session)
        let withdrawal = try Plans().restore(work.session.lastWithdrawal(of: item), in: plan, work)
        return Answer(WithdrawalLine(withdrawal, of: item, in: plan), "\(Arguments.Item.noun.capitalisedFirst) \(item.reference) is back in the plan.")
    }
}

extension FindingCommand {
    struct Withdraw: Withdrawing {
        static let configuration = CommandConfiguration(
            "withdraw", "Take a finding and its actions out of the plan from today.",
            examples: "muster plan finding withdraw peer-review-response 2 --because 'Answered by the new control room'")
        @OptionGroup var item: FindingArguments
        @OptionGroup var writing: WritingOptions
    }

    struct Restore: Restoring {
        static let configuration = CommandConfiguration(
            "restore", "Put a withdrawn finding back from today.", examples: "muster plan finding restore peer-review-response 2")
        @OptionGroup var item: FindingArguments
        @OptionGroup var writing: WritingOptions
    }
}

extension ActionCommand {
    struct Withdraw: Withdrawing {
        static let configuration = CommandConfiguration(
            "withdraw", "Take an action out of the plan from today.",
            examples: "muster plan action withdraw peer-review-response 2.1 --because 'Done under another plan'")
        @OptionGroup var item: ActionArguments
        @OptionGroup var writing: WritingOptions
    }

    struct Restore: Restoring {
        static let configuration = CommandConfiguration(
            "restore", "Put a withdrawn action back from today.", examples: "muster plan action restore peer-review-response 2.1")
        @OptionGroup var item: ActionArguments
        @OptionGroup var writing: WritingOptions
    }
}
