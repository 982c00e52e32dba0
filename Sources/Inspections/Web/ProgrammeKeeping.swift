import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension ProgrammePages {
    /// Beginning programmes and setting their objectives.
    func keepingProgrammes(_ members: Routes<MemberContext>) {
        members.get("programme/new") { _, context in context.page(try await settingForm(context, nil, .fresh)) }
        members.post("programme") { request, context in
            try await context.writing(request, in: desk, saying: "The programme was begun. Add its officers next.") { fields in
                let new = NewProgramme(reading: &fields)
                return { work in ProgrammeLinks.programme(try programmes.begin(new, work)) }
            } orShowing: { try await settingForm(context, nil, $0) }
        }
        members.get("programme/:programme/edit") { _, context in context.page(try await settingForm(context, try context.part("programme"), .fresh)) }
        members.post("programme/:programme/edit") { request, context in
            let reference = try context.part("programme")
            return try await context.writing(request, in: desk, saying: "The objectives were saved.") { fields in
                let (setting, version) = (ProgrammeSetting(reading: &fields), fields.version())
                return { work in ProgrammeLinks.programme(try programmes.settle(work.session.programme(reference), setting, version: version, work)) }
            } orShowing: { try await settingForm(context, reference, $0) }
        }
        members.post("programme/:programme/months/:month") { request, context in
            let (reference, written) = (try context.part("programme"), try context.part("month"))
            _ = try await Form(request, context)
            let (programme, planning) = try await desk.write(by: context.actor) { work in
                try ProgrammePolicy.keeps.check(work.actor)
                let (programme, month) = (try work.session.programme(reference), try Day(programmeMonth: written))
                return (programme, try programmes.planAudits(of: month, in: programme, work))
            }
            return context.seeOther(ProgrammeLinks.programme(programme).at("months"), saying: planning.sentence)
        }
    }

    /// The time of officers.
    func keepingOfficers(_ members: Routes<MemberContext>) {
        members.get("programme/:programme/officers/new") { _, context in context.page(try await capacityForm(context, nil, .fresh)) }
        members.post("programme/:programme/officers") { request, context in
            let reference = try context.part("programme")
            return try await context.writing(request, in: desk, saying: "The officer was added.") { fields in
                let new = NewOfficerCapacity(reading: &fields)
                return { work in
                    let programme = try work.session.programme(reference)
                    try programmes.staff(new, in: programme, work)
                    return ProgrammeLinks.programme(programme).at("officers")
                }
            } orShowing: { try await capacityForm(context, nil, $0) }
        }
        members.get("programme/:programme/officers/:capacity/edit") { _, context in context.page(try await capacityForm(context, try context.id("capacity"), .fresh)) }
        members.post("programme/:programme/officers/:capacity/edit") { request, context in
            let (reference, id) = (try context.part("programme"), try context.id("capacity", of: OfficerCapacity.self))
            return try await context.writing(request, in: desk, saying: "The officer’s time was saved.") { fields in
                let (new, version) = (NewOfficerCapacity(reading: &fields), fields.version())
                return { work in
                    let programme = try work.session.programme(reference)
                    try programmes.restaff(work.session.capacity(id, of: programme), of: programme, new, version: version, work)
                    return ProgrammeLinks.programme(programme).at("officers")
                }
            } orShowing: { try await capacityForm(context, id, $0) }
        }
    }

    /// Making plans and adopting them.
    func makingPlans(_ members: Routes<MemberContext>) {
        members.get("programme/:programme/plans/new") { _, context in context.page(try await planForm(context, .fresh)) }
        members.post("programme/:programme/plans") { request, context in
            let reference = try context.part("programme")
            let written = try await Form(request, context).fields
            return try await context.trying {
                try ProgrammePolicy.keeps.check(context.actor)
                var fields = written
                let (from, seconds) = fields.planMaking()
                try fields.finish()
                // The solver works while no transaction is open, so that nobody waits for it but who asked.
                let (programme, plan) = try await programmes.make(of: reference, from: from, seconds: seconds, by: context.actor, at: desk)
                return context.seeOther(ProgrammeLinks.programme(programme), saying: "Plan \(plan.number) was made: \(counted(plan.allotted.count, "audit")).")
            } orShowing: { try await planForm(context, Filled(fields: written, refusal: $0)) }
        }
        members.get("programme/:programme/plans/:edition/adoption") { _, context in context.page(try await adoptionForm(context, .fresh)) }
        members.post("programme/:programme/plans/:edition/adoption") { request, context in
            let (reference, number) = (try context.part("programme"), try context.planPart)
            return try await context.writing(request, in: desk, saying: "The plan was adopted.") { _ in
                { work in
                    let programme = try work.session.programme(reference)
                    try programmes.adopt(work.session.yearPlan(number, of: programme), of: programme, work)
                    return ProgrammeLinks.programme(programme)
                }
            } orShowing: { try await adoptionForm(context, $0) }
        }
    }

    // MARK: Forms

    private func settingForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        try ProgrammePolicy.keeps.check(context.actor)
        return try await desk.read { session in
            let programme = try reference.map { try session.programme($0) }
            let last = try session.all(Programme.self, "ORDER BY year DESC LIMIT 1").first
            return ProgrammeSettingForm(programme: programme, held: (programme ?? last)?.setting ?? ProgrammeSetting(), filled: filled, viewer: try context.programmeReader(session)).page
        }
    }

    private func capacityForm(_ context: MemberContext, _ id: ID<OfficerCapacity>?, _ filled: Filled) async throws -> Page {
        try ProgrammePolicy.keeps.check(context.actor)
        let reference = try context.part("programme")
        return try await desk.read { session in
            let programme = try session.programme(reference)
            let held = try id.map { try session.capacity($0, of: programme) }
            let parties = Parties(session)
            return OfficerCapacityForm(
                programme: programme, held: try held.map { ($0, try parties.get($0.officer).name) }, names: try parties.namesHere(), filled: filled, viewer: try context.programmeReader(session)).page
        }
    }

    private func planForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try ProgrammePolicy.keeps.check(context.actor)
        let reference = try context.part("programme")
        return try await desk.read { session in
            let viewer = try context.programmeReader(session)
            return YearPlanForm(facts: try session.facts(of: session.programme(reference), on: viewer.today), filled: filled, viewer: viewer).page
        }
    }

    private func adoptionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (reference, number) = (try context.part("programme"), try context.planPart)
        return try await desk.read { session in
            let programme = try session.programme(reference)
            let plan = try session.yearPlan(number, of: programme)
            try ProgrammePolicy.adopts(plan).check(context.actor)
            let viewer = try context.programmeReader(session)
            let facts = try session.facts(of: programme, on: viewer.today, plan: number)
            return YearPlanAdoptionForm(facts: facts, plan: plan, filled: filled, viewer: viewer).page
        }
    }
}

extension MemberContext {
    /// The number of a plan in the address.
    fileprivate var planPart: Int {
        get throws {
            let written = try part("edition")
            guard let number = Int(written), number > 0 else { throw Refusal.missing("year-plan-not-found", "There is no plan “\(written.prefix(20))”. A programme's page lists its plans by their numbers.") }
            return number
        }
    }
}

extension Day {
    /// Reads the month of an address: `2026-04`.
    ///
    /// - Throws: `month-not-in-programme`
    init(programmeMonth written: String) throws(Refusal) {
        guard let month = Day(month: written) else { throw .missing("month-not-in-programme", "“\(written.prefix(20))” is no month. Write it as 2026-04.") }
        self = month
    }
}

extension Fields {
    /// From which day a plan is made, and in how many seconds.
    mutating func planMaking() -> (from: Day?, seconds: Int) {
        (optionalDay("from", "From"), number("seconds", "Seconds", in: 1...Programmes.mostSeconds) ?? Programmes.seconds)
    }
}
