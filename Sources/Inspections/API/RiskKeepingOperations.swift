import HTTPTypes
import Kernel
import Markup
import People
import Premises
import Storage
import Web

extension RiskOperations {
    private static let newMethod = Schema.input("NewRiskMethod", [
        "method": Schema.text(atMost: RiskMethodFile.most).meaning("The method, as JSON in a text: its tables, bands and intervals, as an edition's own `method` has them."),
    ])

    var methods: [Operation] {
        [
            .listing("listRiskMethods", "risk/methods", "Every edition of the risk method", .scope(.riskRead), takes: [.day], of: RiskEditionLine.schema) { call, session in
                try RiskPolicy.reads.check(call.actor)
                return try call.page(session.riskEditions(on: call.day), by: { "\($0.id)" }) { RiskEditionLine($0) }
            },
            .reading("showRiskMethod", "risk/methods/{method}", "One edition of the risk method with its tables", .scope(.riskRead), takes: [.id("method")], gives: RiskEditionPayload.schema,
                     refuses: ["risk-edition-not-found"]) { call, session in
                try RiskPolicy.reads.check(call.actor)
                return try shown(session.riskEdition(call.id("method")))
            },
            .adding("draftRiskMethod", "risk/methods", "Draft an edition", .scope(.riskWrite), from: Self.newMethod, gives: RiskEditionPayload.schema,
                    refuses: ["risk-method-unreadable", "risk-method-flawed", "risk-edition-taken"]) { call, work in
                // Whoever may not keep methods is not told what is wrong with theirs.
                try RiskPolicy.keeps.check(work.actor)
                var fields = call.fields
                let edition = try risk.add(fields.riskMethod(), work)
                return try shown(edition).added(at: Link("risk", "methods", edition.id))
            },
            .changing("changeRiskMethod", "risk/methods/{method}", "Put another method in place of a draft’s", .scope(.riskWrite), takes: [.id("method")], from: Self.newMethod,
                      gives: RiskEditionPayload.schema,
                      refuses: ["risk-edition-not-found", "risk-method-adopted", "risk-method-unreadable", "risk-method-flawed", "risk-edition-taken"]) { call, work in
                try RiskPolicy.keeps.check(work.actor)
                let edition = try work.session.riskEdition(call.id("method"))
                var fields = call.fields
                return try shown(risk.edit(edition, fields.riskMethod(), version: call.matched(edition.version), work))
            },
            .adding("adoptRiskMethod", "risk/methods/{method}/adoption", "Have premises scored by a draft from a day", .scope(.riskWrite), takes: [.id("method"), .ifRead],
                    from: .input("RiskAdoption", ["on": .day]), gives: RiskEditionPayload.schema,
                    refuses: ["risk-edition-not-found", "risk-method-adopted", "risk-method-out-of-order"]) { call, work in
                var fields = call.fields
                let day = fields.day("on", "The day it is adopted")
                try fields.finish()
                let edition = try work.session.riskEdition(call.id("method"))
                return try shown(risk.adopt(edition, on: day, version: call.matched(edition.version), work)).added()
            },
        ]
    }

    var marking: [Operation] {
        [
            .listing("listRiskMarkers", "risk/markers", "The markers that can be put on premises", .scope(.riskRead),
                     of: .object("RiskMarkerKind", ["code": .text, "title": .text, "meaning": Schema.text.optional.meaning("When it is put.")])) { call, session in
                try RiskPolicy.reads.check(call.actor)
                return try call.page(session.markerKinds(), by: \.code) { $0 }
            },
            .adding("putPremisesMarker", "risk/premises/{premises}/markers", "Put a marker on premises", .scope(.riskWrite),
                    from: .input("NewPremisesMarker", ["marker": Schema.words(atMost: 40).meaning("Its code."), "since": .day, "why": .words(atMost: 1000)]), gives: PremisesMarkerPayload.schema,
                    refuses: ["premises-not-found", "marker-put-already"]) { call, work in
                var fields = call.fields
                let new = NewPremisesMarker(reading: &fields)
                try fields.finish()
                let marker = try risk.put(new, on: work.session.premises(call.part("premises")), work)
                return try .showing(PremisesMarkerPayload(marker), version: marker.version).added()
            },
            .adding("endPremisesMarker", "risk/premises/{premises}/markers/{marker}/ending", "Take a marker off premises from a day", .scope(.riskWrite), takes: [.id("marker")],
                    from: .input("PremisesMarkerEnding", ["on": Schema.day.meaning("The first day without it."), "why": .words(atMost: 1000)]), gives: PremisesMarkerPayload.schema,
                    refuses: ["premises-not-found", "marker-not-found", "marker-ended"]) { call, work in
                var fields = call.fields
                let (day, why) = (fields.day("on", "The first day without it"), fields.text("why", "Why", atMost: 1000))
                try fields.finish()
                let premises = try work.session.premises(call.part("premises"))
                let marker = try risk.lift(work.session.marker(call.id("marker"), of: premises), of: premises, on: day, because: why, work)
                return try .showing(PremisesMarkerPayload(marker), version: marker.version).added()
            },
            .adding("noteCompliance", "risk/premises/{premises}/compliance", "Note compliance that was found before audits were kept here", .scope(.riskWrite),
                    from: .input("NewNotedCompliance", ["on": .day, "level": Schema.whole(1...5).meaning("From 1, the best, to 5, the poorest."), "source": Schema.words(atMost: 500).meaning("Where it stands.")]),
                    gives: NotedCompliancePayload.schema, refuses: ["premises-not-found"]) { call, work in
                var fields = call.fields
                let new = NewNotedCompliance(reading: &fields)
                try fields.finish()
                let noted = try risk.note(new, of: work.session.premises(call.part("premises")), work)
                return try .showing(NotedCompliancePayload(noted), version: noted.version).added()
            },
            .adding("strikeCompliance", "risk/premises/{premises}/compliance/{compliance}/retraction", "Strike out compliance that was noted by mistake", .scope(.riskWrite), takes: [.id("compliance")],
                    from: .input("ComplianceRetraction", ["why": .words(atMost: 1000)]), gives: NotedCompliancePayload.schema,
                    refuses: ["premises-not-found", "noted-compliance-not-found", "compliance-struck-out"]) { call, work in
                var fields = call.fields
                let why = fields.text("why", "Why it counts no more", atMost: 1000)
                try fields.finish()
                let premises = try work.session.premises(call.part("premises"))
                let noted = try risk.strike(work.session.notedCompliance(call.id("compliance"), of: premises), of: premises, because: why, work)
                return try .showing(NotedCompliancePayload(noted), version: noted.version).added()
            },
        ]
    }

    private func shown(_ edition: RiskEdition) throws -> Reply { try .showing(RiskEditionPayload(edition), version: edition.version) }
}
