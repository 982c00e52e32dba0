import Documents
import Kernel
import Markup
import People
import Storage
import Web

extension EnforcementOperations {
    /// The lists as tables to keep, filtered as they are read.
    var exporting: [Operation] {
        let format = Parameter.part("format", .reference, "csv or xlsx.")
        return [
            .handing("exportNotices", "enforcement/notices/export/{format}", "The list of notices as a table to keep", .scope(.enforcementRead),
                     takes: noticeChoices + [format], types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                try CasePolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { NoticeExport(views: NoticeFilter(call.query).shown(try $0.noticeViews(on: call.day)), day: call.day) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .handing("exportCases", "enforcement/cases/export/{format}", "The list of cases as a table to keep", .scope(.enforcementRead),
                     takes: caseChoices + [format], types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                try CasePolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { CaseExport(cases: CaseFilter(call.query).shown(try $0.allCases(), on: call.day), day: call.day) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
        ]
    }
}
