import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension ProgrammeOperations {
    /// Beginning programmes, their objectives and their officers' time.
    var keeping: [Operation] {
        [
            .adding("beginProgramme", "programme", "Begin the programme of a year", .scope(.programmesWrite), from: NewProgramme.schema, gives: ProgrammePayload.schema, refuses: ["programme-taken"]) { call, work in
                // What is left out is as on the page.
                var fields = Fields(call.fields, over: ProgrammeSetting().entries)
                let new = NewProgramme(reading: &fields)
                try fields.finish()
                let programme = try programmes.begin(new, work)
                return try shown(programme, call, work.session).added(at: ProgrammeLinks.programme(programme))
            },
            .changing("setProgrammeObjectives", "programme/{programme}/objectives", "Set the objectives of a year anew; what is left out stays", .scope(.programmesWrite), from: ProgrammeSetting.schema,
                      gives: ProgrammePayload.schema, refuses: ["programme-not-found"]) { call, work in
                let programme = try work.session.programme(call.part("programme"))
                var fields = Fields(call.fields, over: programme.setting.entries)
                let setting = ProgrammeSetting(reading: &fields)
                try fields.finish()
                return try shown(programmes.settle(programme, setting, version: call.matched(programme.version), work), call, work.session)
            },
            Operation.adding("addOfficerTime", "programme/{programme}/officers", "Say what time of an officer a year has", .scope(.programmesWrite), from: NewOfficerCapacity.schema, gives: OfficerCapacityPayload.schema,
                    refuses: ["programme-not-found", "officer-there-already"]) { call, work in
                let programme = try work.session.programme(call.part("programme"))
                var fields = call.fields
                let new = NewOfficerCapacity(reading: &fields)
                try fields.finish()
                let own = try programmes.staff(new, in: programme, work)
                return try .added(OfficerCapacityPayload(own, work.session.facts(of: programme, on: work.today)), version: own.version)
            }.calling(NewOfficerCapacity.names),
            Operation.changing("changeOfficerTime", "programme/{programme}/officers/{capacity}", "Change what time of an officer a year has; what is left out stays", .scope(.programmesWrite), takes: [.id("capacity")],
                      from: NewOfficerCapacity.schema, gives: OfficerCapacityPayload.schema, refuses: ["programme-not-found", "officer-capacity-not-found"]) { call, work in
                let programme = try work.session.programme(call.part("programme"))
                let own = try work.session.capacity(call.id("capacity"), of: programme)
                var fields = Fields(call.fields, over: own.entries(officer: try Parties(work.session).get(own.officer).name))
                let new = NewOfficerCapacity(reading: &fields)
                try fields.finish()
                let changed = try programmes.restaff(own, of: programme, new, version: call.matched(own.version), work)
                return try .showing(OfficerCapacityPayload(changed, work.session.facts(of: programme, on: work.today)), version: changed.version)
            }.calling(NewOfficerCapacity.names),
        ]
    }

    /// Making plans, adopting them, and planning the audits of a month.
    var planning: [Operation] {
        [
            .doing(.post, "makeYearPlan", "programme/{programme}/plans", "Make a plan of a year: who audits which premises in which month; it takes as many seconds as it is given", .scope(.programmesWrite),
                   from: ProgrammeInput.making, gives: ProgrammePayload.schema, status: 201,
                   refuses: ["programme-not-found", "programme-over", "programme-without-officers", "no-risk-method", "programme-basis-amiss", "programme-not-solved", "programme-basis-moved", "too-busy"]) { call in
                var fields = call.fields
                let (from, seconds) = fields.planMaking()
                try fields.finish()
                let today = call.today
                let basis = try await call.desk.read { session in try programmes.basis(of: call.part("programme"), from: from, by: call.actor, on: today, session) }
                let made = try await programmes.solve(basis, within: seconds)
                return try await call.write { work in
                    try programmes.keep(made, work)
                    return try shown(basis.programme, call, work.session).added()
                }
            },
            .adding("adoptYearPlan", "programme/{programme}/plans/{edition}/adoption", "Adopt a plan of a year, as an approver", .scope(.programmesWrite), takes: [.part("edition", .number, "The number of the plan.")],
                    from: ProgrammeInput.nothing, gives: ProgrammePayload.schema, refuses: ["programme-not-found", "year-plan-not-found", "year-plan-adopted", "year-plan-overtaken"]) { call, work in
                let programme = try work.session.programme(call.part("programme"))
                try programmes.adopt(work.session.yearPlan(Int(call.part("edition")) ?? 0, of: programme), of: programme, work)
                return try shown(programme, call, work.session).added()
            },
            .adding("planMonthsAudits", "programme/{programme}/months/{month}", "Plan the audits that the adopted plan has for a month; none is planned twice", .scope(.programmesWrite),
                    takes: [.part("month", .text(atMost: 10), "The month: 2026-04.")], from: ProgrammeInput.nothing, gives: MonthPlanningPayload.schema,
                    refuses: ["programme-not-found", "month-not-in-programme", "month-over", "year-plan-not-adopted"]) { call, work in
                try ProgrammePolicy.keeps.check(work.actor)
                let programme = try work.session.programme(call.part("programme"))
                return try .added(MonthPlanningPayload(programmes.planAudits(of: Day(programmeMonth: call.part("month")), in: programme, work), work.session))
            },
        ]
    }
}
