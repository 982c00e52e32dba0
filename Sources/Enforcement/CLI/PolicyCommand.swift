public import ArgumentParser
import Kernel
import People
import Storage

/// `muster enforcement-policy …`: editions of the enforcement policy and their objectives.
public struct PolicyCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "enforcement-policy", abstract: "Keep the enforcement policy: its editions, objectives and what it settles for the register.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self]),
            CommandGroup(name: "Keeping", subcommands: [Draft.self, Edit.self, Effect.self]),
            CommandGroup(name: "Objectives", subcommands: [Aim.self, Change.self, Drop.self]),
        ])

    public init() {}
}

/// An edition named at the command line.
struct EditionArgument: ParsableArguments, Sendable {
    @Argument(help: "The edition, as its cover has it, or its number.", completion: .editions) var edition: String

    func find(_ session: Session) throws -> EnforcementPolicy { try session.enforcementPolicy(named: edition) }
}

extension CompletionKind {
    static let editions = CompletionKind.kept { session, _ in try session.all(EnforcementPolicy.self, "ORDER BY id").map(\.edition) }
}

extension PolicyCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the editions of the enforcement policy, with the day from which each counts.", examples: "muster enforcement-policy list", "muster enforcement-policy list --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[EnforcementPolicyPayload]> {
            try ObjectivePolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let editions = try session.enforcementPolicies(on: day)
            let current = editions.inForce(on: day)?.id.number
            let lines = try editions.map { try session.payload(of: $0) }
            return Answer(lines, Output.table(
                ["Edition", "In force from", "Objectives", ""],
                lines.map { [$0.edition, $0.effective?.iso ?? "draft", "\($0.objectives.count)", $0.number == current ? "in force" : ""] },
                empty: "There is no edition. Draft one with: muster enforcement-policy draft EDITION"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show an edition of the enforcement policy; the one in force when none is named.",
            examples: "muster enforcement-policy show", "muster enforcement-policy show 2026 --json", "muster enforcement-policy show --on 2025-03-31")
        @Argument(help: "The edition, as its cover has it, or its number.", completion: .editions) var edition: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<EnforcementPolicyPayload> {
            try ObjectivePolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let found = try edition.map { try session.enforcementPolicy(named: $0) } ?? session.enforcementPolicy(inForceOn: day)
            guard let policy = found else {
                throw Refusal.missing("policy-edition-not-found", "No edition of the enforcement policy had taken effect by \(day). See: muster enforcement-policy list")
            }
            return Answer(try session.payload(of: policy), try words(policy, session))
        }

        private func words(_ policy: EnforcementPolicy, _ session: Session) throws -> String {
            let objectives = try session.objectives(of: policy).map { "  \($0.id) \($0.sentence) (\($0.measure.words.lowercasedFirst), \($0.aim))" }
            let factors = RationaleFactor.Side.allCases.flatMap { side in policy.factors(side).isEmpty ? [] : [side.words] + policy.factors(side).map { "  \($0)" } }
            let register = policy.register
            let head = ["Enforcement policy, edition \(policy.edition): " + (policy.effective.map { "in force from \($0)" } ?? "a draft")] + (policy.purpose.map { [$0] } ?? [])
            return (head + (objectives.isEmpty ? ["It has no objectives."] : ["Objectives"] + objectives) + factors + [
                "Register", "  Entries are made \(register.publishAfter == 0 ? "on the first day that the law allows" : "\(register.lag.words) after the first day that the law allows").",
                "  They are kept for \(counted(register.retentionYears, "year")).", "  \(register.exportsWithdrawn.words).", "  The public reads: \(register.sensitive.words.lowercasedFirst).",
            ]).joined(separator: "\n")
        }
    }
}
