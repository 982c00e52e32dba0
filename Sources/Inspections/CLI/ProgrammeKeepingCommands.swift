import ArgumentParser
import Kernel
import People
import Solver
import Storage

extension ProgrammeCommand {
    static var programmes: Programmes { Programmes(audits: AuditCommand.audits) }

    struct Begin: WritingCommand {
        static let configuration = CommandConfiguration(
            "begin", "Begin the programme of a year from April.", examples: "muster programme begin 2027 --target 'very-high: 100%' --sample-band very-low --sample-count 20 --sample-seed 2027")
        @Argument(help: "The year in which it begins: 2027 for 2027/28.") var year: String
        @OptionGroup var entries: ObjectiveEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ProgrammePayload> {
            var fields = entries.fields(over: ProgrammeSetting().entries, ["year": [year]])
            let new = NewProgramme(reading: &fields)
            try fields.finish()
            let programme = try ProgrammeCommand.programmes.begin(new, work)
            return Answer(try ProgrammePayload(of: programme, on: work.today, work.session), "\(programme.reference) was begun. Add its officers with: muster programme add-officer \(programme.reference) NAME")
        }
    }

    struct Objectives: WritingCommand {
        static let configuration = CommandConfiguration("objectives", "Set the objectives of a year; what is left out stays.", examples: "muster programme objectives P-2026 --target 'care-home: 40' --target 'very-high: 100%'")
        @OptionGroup var own: ProgrammeArgument
        @OptionGroup var entries: ObjectiveEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ProgrammePayload> {
            let programme = try own.find(work.session)
            var fields = entries.fields(over: programme.setting.entries)
            let setting = ProgrammeSetting(reading: &fields)
            try fields.finish()
            let changed = try ProgrammeCommand.programmes.settle(programme, setting, work)
            return Answer(try ProgrammePayload(of: changed, on: work.today, work.session), "The objectives of \(changed.reference) were saved.")
        }
    }

    struct AddOfficer: WritingCommand {
        static let configuration = CommandConfiguration(
            "add-officer", "Say what time of an officer a year has.", examples: "muster programme add-officer P-2026 'WM Coates' --fte 0.80 --away 12,14,13,10 --audit-percent 60 --base Northport")
        @OptionGroup var own: ProgrammeArgument
        @Argument(help: "The officer: a person or post on record.", completion: .parties) var officer: String
        @OptionGroup var entries: OfficerTimeEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<OfficerCapacityPayload> {
            let programme = try own.find(work.session)
            let added = try ProgrammeCommand.programmes.staff(entries.read(officer: officer), in: programme, work)
            return Answer(OfficerCapacityPayload(added, try work.session.facts(of: programme, on: work.today)), "\(officer) is in \(programme.reference).")
        }
    }

    struct ChangeOfficer: WritingCommand {
        static let configuration = CommandConfiguration("change-officer", "Change what time of an officer a year has; what is left out stays.", examples: "muster programme change-officer P-2026 3 --until 2026-12-31")
        @OptionGroup var own: ProgrammeArgument
        @Argument(help: "The number of their time, as the programme shows it.") var number: Int64
        @OptionGroup var entries: OfficerTimeEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<OfficerCapacityPayload> {
            let programme = try own.find(work.session)
            let held = try work.session.capacity(ID(number), of: programme)
            let name = try Parties(work.session).get(held.officer).name
            let changed = try ProgrammeCommand.programmes.restaff(held, of: programme, entries.read(officer: name, over: held.entries(officer: name)), work)
            return Answer(OfficerCapacityPayload(changed, try work.session.facts(of: programme, on: work.today)), "The time of \(name) was saved.")
        }
    }

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "make", "Make a plan of a year from what is on record: who audits what in which month.", "It is a draft until an approver adopts it. Audits that were done or are planned stay where they are.",
            examples: "muster programme make P-2026", "muster programme make P-2026 --seconds 60 --from 2026-10-01 --json")
        @OptionGroup var own: ProgrammeArgument
        @Option(help: "The first day that is planned anew: YYYY-MM-DD; today, or the year’s first, when left out.") var from: Day?
        @Option(help: "The time that the solver may take, in seconds.") var seconds = 30
        @OptionGroup var writing: WritingOptions

        func validate() throws {
            guard (1...3600).contains(seconds) else { throw ValidationError("A solver is given from 1 second to an hour, not \(seconds).") }
        }

        func run() async throws {
            let (desk, actor) = try await writing.operating.begin()
            let (programme, plan) = try await ProgrammeCommand.programmes.make(of: own.reference, from: from, seconds: seconds, by: actor, because: writing.because, at: desk)
            let today = desk.clock.today
            let payload = try await desk.read { try ProgrammePayload(of: programme, on: today, plan: plan.number, $0) }
            try writing.output.show(payload, payload.inWords)
        }
    }

    struct Adopt: WritingCommand {
        static let configuration = CommandConfiguration("adopt", "Adopt the latest plan of a year, as an approver.", examples: "muster programme adopt P-2026 --as s.marchetti@northshire.example")
        @OptionGroup var own: ProgrammeArgument
        @OptionGroup var plan: PlanOption
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ProgrammePayload> {
            let programme = try own.find(work.session)
            let latest = try work.session.yearPlans(of: programme, on: work.today).last?.number
            let found = try work.session.yearPlan(plan.number ?? latest ?? 1, of: programme)
            try ProgrammeCommand.programmes.adopt(found, of: programme, work)
            return Answer(try ProgrammePayload(of: programme, on: work.today, work.session), "Plan \(found.number) of \(programme.reference) is adopted.")
        }
    }

    struct PlanMonth: WritingCommand {
        static let configuration = CommandConfiguration("plan-month", "Plan the audits that the adopted plan has for a month; none is planned twice.", examples: "muster programme plan-month P-2026 2026-12")
        @OptionGroup var own: ProgrammeArgument
        @Argument(help: "The month: 2026-04.") var month: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MonthPlanningPayload> {
            try ProgrammePolicy.keeps.check(work.actor)
            let planning = try ProgrammeCommand.programmes.planAudits(of: Day(programmeMonth: month), in: own.find(work.session), work)
            return Answer(try MonthPlanningPayload(planning, work.session), planning.sentence)
        }
    }
}
