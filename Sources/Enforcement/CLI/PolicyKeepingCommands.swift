import ArgumentParser
import Kernel
import People
import Storage

/// What the form of an edition asks for.
struct PolicyEntries: ParsableArguments, Sendable {
    @Option(help: "What it sets out to do.") var purpose: String?
    @Option(help: "What officers weigh of whoever holds the duty. May be given more than once.") var dutyholder: [String] = []
    @Option(help: "What they weigh of the public interest. May be given more than once.") var strategic: [String] = []
    @Option(help: "Years that an entry of the register is kept, 3 at least.") var retention: String?
    @Option(help: "Days from the first on which the law allows an entry to the one on which it is made: 0 to 13.") var publishAfter: String?
    @Option(help: "What those are counted in: days or working-days.", completion: .codes(RegisterPolicy.Count.self)) var count: String?
    @Option(help: "Withdrawn notices in the national export: left-out or exported.", completion: .codes(RegisterPolicy.Withdrawn.self)) var withdrawn: String?
    @Option(help: "What the public reads: substance, articles-unless-prohibition or articles.", completion: .codes(RegisterPolicy.Sensitive.self)) var sensitive: String?
    @Option(help: "Working days for the letter after an audit; '' for none.") var letterWithin: String?

    func read(edition: String, over held: [String: [String]]) throws -> NewEnforcementPolicy {
        var held = held
        for (name, words) in [("dutyholder", dutyholder), ("strategic", strategic)] where !words.isEmpty { held[name] = words }
        var fields = Fields([
            "edition": edition, "purpose": purpose, "retention": retention, "publish-after": publishAfter, "count": count, "withdrawn": withdrawn,
            "sensitive": sensitive, "letter-within": letterWithin,
        ], over: held)
        let new = NewEnforcementPolicy(reading: &fields)
        try fields.finish()
        return new
    }
}

/// What the form of an objective asks for.
struct ObjectiveEntries: ParsableArguments, Sendable {
    @Option(help: "The objective in a sentence.") var sentence: String?
    @Option(help: "Measured by: \(ActivityMeasure.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(ActivityMeasure.self)) var measure: String?
    @Option(help: "at-least or at-most.", completion: .codes(EnforcementObjective.Polarity.self)) var polarity: String?
    @Option(help: "The target: a number, of a rate per cent.") var target: String?
    @Option(help: "Looked at every: month, quarter, year or financial-year.", completion: .codes(ActivitySpan.self)) var per: String?

    func read(over held: [String: [String]] = [:]) throws -> NewObjective {
        var fields = Fields(["sentence": sentence, "measure": measure, "polarity": polarity, "target": target, "per": per], over: held)
        let new = NewObjective(reading: &fields)
        try fields.finish()
        return new
    }
}

extension PolicyCommand {
    struct Draft: WritingCommand {
        static let configuration = CommandConfiguration(
            "draft", "Draft an edition of the enforcement policy; what is left out is as the edition in force has it.",
            examples: "muster enforcement-policy draft 2027 --publish-after 2 --count working-days --dutyholder 'A history of failing to comply'")
        @Argument(help: "The edition, as its cover has it.") var edition: String
        @OptionGroup var entries: PolicyEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<EnforcementPolicyPayload> {
            let before = try work.session.enforcementPolicy(inForceOn: work.today)
            let policy = try EnforcementPolicies().draft(entries.read(edition: edition, over: before?.entries ?? [:]), work)
            return Answer(try work.session.payload(of: policy), "Edition \(policy.edition) is drafted.")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change a draft of the enforcement policy; what is left out stays.", examples: "muster enforcement-policy edit 2027 --retention 5 --because 'As the board asked'")
        @OptionGroup var edition: EditionArgument
        @OptionGroup var entries: PolicyEntries
        @Option(help: "Another name for the edition.") var name: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<EnforcementPolicyPayload> {
            let policy = try edition.find(work.session)
            let changed = try EnforcementPolicies().edit(policy, entries.read(edition: name ?? policy.edition, over: policy.entries), work)
            return Answer(try work.session.payload(of: changed), "Edition \(changed.edition) was saved.")
        }
    }

    struct Effect: WritingCommand {
        static let configuration = CommandConfiguration(
            "effect", "Have a draft take effect from a day; from then on it stays as it is.",
            examples: "muster enforcement-policy effect 2027 --on 2027-04-01 --because 'Approved by the authority on 26 February'")
        @OptionGroup var edition: EditionArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<EnforcementPolicyPayload> {
            var fields = Fields(["on": on], over: ["on": [work.today.iso]])
            let day = fields.day("on", "The day it takes effect")
            try fields.finish()
            let policy = try EnforcementPolicies().takeEffect(edition.find(work.session), on: day, work)
            return Answer(try work.session.payload(of: policy), "Edition \(policy.edition) counts from \(day).")
        }
    }

    struct Aim: WritingCommand {
        static let configuration = CommandConfiguration(
            "aim", "Add an objective to a draft.",
            examples: "muster enforcement-policy aim 2027 --sentence 'Notices are complied with in time' --measure compliance-rate --target 90 --per quarter")
        @OptionGroup var edition: EditionArgument
        @OptionGroup var entries: ObjectiveEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ObjectivePayload> {
            let objective = try EnforcementPolicies().aim(entries.read(), in: edition.find(work.session), work)
            return Answer(ObjectivePayload(objective), "Objective \(objective.id) was added: \(objective.aim).")
        }
    }

    struct Change: WritingCommand {
        static let configuration = CommandConfiguration(
            "change", "Change an objective of a draft; what is left out stays.", examples: "muster enforcement-policy change 2027 3 --target 95")
        @OptionGroup var edition: EditionArgument
        @Argument(help: "The objective’s number.") var objective: Int64
        @OptionGroup var entries: ObjectiveEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ObjectivePayload> {
            let policy = try edition.find(work.session)
            let held = try work.session.objective(ID(objective), of: policy)
            let changed = try EnforcementPolicies().edit(held, of: policy, entries.read(over: held.entries), work)
            return Answer(ObjectivePayload(changed), "Objective \(changed.id) was saved: \(changed.aim).")
        }
    }

    struct Drop: WritingCommand {
        static let configuration = CommandConfiguration("drop", "Take an objective out of a draft.", examples: "muster enforcement-policy drop 2027 3 --because 'Merged with another'")
        @OptionGroup var edition: EditionArgument
        @Argument(help: "The objective’s number.") var objective: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ObjectivePayload> {
            let policy = try edition.find(work.session)
            let dropped = try EnforcementPolicies().drop(work.session.objective(ID(objective), of: policy), of: policy, work)
            return Answer(ObjectivePayload(dropped), "Objective \(dropped.id) was dropped.")
        }
    }
}
