import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension PerformanceOperations {
    var keeping: [Operation] {
        [
            .adding("addPerformanceMeasure", "measures", "Begin to measure something", .scope(.performanceWrite), from: NewPerformanceMeasure.schema, gives: MeasurePayload.schema,
                    refuses: ["reference-taken", "party-not-found"]) { call, work in
                var fields = call.fields
                let new = NewPerformanceMeasure(reading: &fields)
                try fields.finish()
                let measure = try performance.add(new, work)
                return try shown(measure.reference.text, on: work.today, work.session).added(at: Link("measures", measure.reference))
            },
            .changing("changePerformanceMeasure", "measures/{indicator}", "Change what a measure says of itself; what is left out stays", .scope(.performanceWrite), from: NewPerformanceMeasure.schema,
                      gives: MeasurePayload.schema, refuses: ["performance-measure-not-found", "performance-measure-ended", "measure-stays-so", "party-not-found"]) { call, work in
                let measure = try work.session.measure(call.part("indicator"))
                let owner = try measure.owner.map { try Parties(work.session).get($0).name }
                var fields = Fields(call.fields, over: measure.entries(owner: owner))
                let new = NewPerformanceMeasure(reading: &fields)
                try fields.finish()
                try performance.edit(measure, new, version: call.matched(measure.version), work)
                return try shown(measure.reference.text, on: work.today, work.session)
            },
            .adding("endPerformanceMeasure", "measures/{indicator}/end", "Measure it no more, from a day on", .scope(.performanceWrite), from: .input("MeasureEnd", ["on": .day]),
                    gives: MeasurePayload.schema, refuses: ["performance-measure-not-found", "performance-measure-ended", "measure-in-signed-report"]) { call, work in
                var fields = call.fields
                let day = fields.day("on", "The first day on which it is measured no more")
                try fields.finish()
                let measure = try performance.end(work.session.measure(call.part("indicator")), on: day, work)
                return try shown(measure.reference.text, on: work.today, work.session).added()
            },
            .adding("setMeasureTarget", "measures/{indicator}/targets", "Set what is to be reached from a period on", .scope(.performanceWrite), from: NewMeasureTarget.schema,
                    gives: TargetPayload.schema, refuses: ["performance-measure-not-found", "performance-measure-ended", "target-on-neutral"]) { call, work in
                try PerformancePolicy.keeps.check(work.actor)
                let measure = try work.session.measure(call.part("indicator"))
                var fields = call.fields
                let new = NewMeasureTarget(reading: &fields, of: measure)
                try fields.finish()
                return try .added(TargetPayload(performance.aim(new, for: measure, work)))
            },
            .doing(.post, "dropMeasureTarget", "measures/{indicator}/targets/{target}/removal", "Take a target back", .scope(.performanceWrite), takes: [.id("target")],
                   gives: TargetPayload.schema, refuses: ["performance-measure-not-found", "measure-target-not-found", "measure-target-dropped"]) { call in
                try await call.write { work in
                    let measure = try work.session.measure(call.part("indicator"))
                    return try .showing(TargetPayload(performance.drop(work.session.target(call.id("target"), of: measure), of: measure, work)))
                }
            },
            .adding("rebaseMeasureChart", "measures/{indicator}/rebases", "Have limits worked out anew from a period on", .scope(.performanceWrite), from: NewMeasureRebase.schema,
                    gives: RebasePayload.schema, refuses: ["performance-measure-not-found", "measure-rebased-already"]) { call, work in
                try PerformancePolicy.keeps.check(work.actor)
                let measure = try work.session.measure(call.part("indicator"))
                var fields = call.fields
                let new = NewMeasureRebase(reading: &fields, of: measure)
                try fields.finish()
                return try .added(RebasePayload(performance.rebase(measure, new, work)))
            },
            .doing(.post, "dropMeasureRebase", "measures/{indicator}/rebases/{rebase}/removal", "Take a rebasing back", .scope(.performanceWrite), takes: [.id("rebase")],
                   gives: RebasePayload.schema, refuses: ["performance-measure-not-found", "measure-rebase-not-found", "measure-rebase-dropped"]) { call in
                try await call.write { work in
                    let measure = try work.session.measure(call.part("indicator"))
                    return try .showing(RebasePayload(performance.drop(work.session.rebase(call.id("rebase"), of: measure), of: measure, work)))
                }
            },
        ]
    }

    private static let fileRefusals = [
        "file-empty", "file-encrypted", "file-not-a-table-document", "file-too-large", "file-damaged", "file-has-entities", "file-nested-too-deep", "no-table-found", "sheet-not-found",
        "quotation-mark-open", "columns-not-matched",
    ]

    var recording: [Operation] {
        [
            .adding("recordMeasureValue", "measures/{indicator}/values", "Record the value of a period, or revise it", .scope(.performanceWrite), from: NewMeasureValue.schema,
                    gives: ValuePayload.schema, refuses: ["performance-measure-not-found", "performance-measure-ended", "measure-is-live", "period-not-over"]) { call, work in
                let measure = try work.session.measure(call.part("indicator"))
                try performance.checkRecords(measure, work)
                var fields = call.fields
                let new = NewMeasureValue(reading: &fields, of: measure)
                try fields.finish()
                return try .added(ValuePayload(performance.record(new, of: measure, work), of: measure, counts: true))
            },
            .taking("takeMeasureValues", "measure-values", "Take values of any measures from a CSV file or a workbook", .scope(.performanceWrite), takes: [
                .query("name", .words(atMost: 200), "The file’s name."), .query("try", .choice(["yes"]), "Only look through it: what is new, revised and wrong."),
            ], atMost: 1 << 20, from: PerformancePolicy.reads.check, gives: PreviewPayload.schema,
                    refuses: ["measure-rows-wrong", "performance-measure-ended", "measure-is-live", "period-not-over"] + PerformanceOperations.fileRefusals) { call in
                let (bytes, isTry) = (FileBytes(call.bytes, named: call.query["name"] ?? "file"), call.query["try"] == "yes")
                return try await call.write { work in
                    try performance.checkRecordsAny(work)
                    let preview = try ValuePreview(ValueFile.rows(bytes), performance.facts(of: work.session.measures(), on: work.today, work.session), today: work.today)
                    let taken = isTry ? 0 : try performance.take(preview, work)
                    return try .showing(PreviewPayload(preview, taken: taken)).added()
                }
            },
        ]
    }
}
