import Kernel
import Markup
import Storage
import Web

extension EnforcementOperations {
    var keepingNotices: [Operation] {
        [
            .adding("draftNotice", "enforcement/cases/{case}/notices", "Draft a notice in a case", .scope(.enforcementWrite), from: NewNotice.schema, gives: NoticePayload.schema,
                    refuses: ["case-not-found", "case-closed"]) { call, work in
                var fields = call.fields
                let type = fields.choice("type", "Type", default: NoticeType.enforcement)
                let new = NewNotice(reading: &fields, of: type, on: call.today)
                try fields.finish()
                let notice = try enforcement.draft(type, new, in: work.session.enforcementCase(call.part("case")), work)
                return try shown(notice, call, work.session).added(at: EnforcementLinks.notice(notice))
            },
            .changing("changeNotice", "enforcement/notices/{notice}", "Change a draft; what is left out stays", .scope(.enforcementWrite), from: NewNotice.schema, gives: NoticePayload.schema,
                      refuses: ["notice-not-found", "notice-move-refused"]) { call, work in
                let notice = try work.session.notice(call.part("notice"))
                var fields = Fields(call.fields, over: notice.entries)
                let new = NewNotice(reading: &fields, of: notice.type, on: call.today)
                try fields.finish()
                return try shown(enforcement.edit(notice, new, version: call.matched(notice.version), work), call, work.session)
            },
            .adding("amendNotice", "enforcement/notices/{notice}/amendments", "Amend what the public entry of a served notice says; articles left out stay", .scope(.enforcementWrite), from: NewAmendment.schema,
                    gives: NoticePayload.schema, refuses: ["notice-not-found", "notice-move-refused", "changed-meanwhile"]) { call, work in
                let notice = try work.session.notice(call.part("notice"))
                var fields = Fields(call.fields, over: notice.entries)
                let new = NewAmendment(reading: &fields)
                let version: Int? = fields.wasSent("version") ? fields.version() : nil
                try fields.finish()
                return try shown(enforcement.amend(notice, new, version: version, work), call, work.session).added()
            },
            .adding("strikeNoticeEvent", "enforcement/notices/{notice}/events/{event}/retraction", "Strike out what was recorded of a notice last, in error", .scope(.enforcementWrite),
                    takes: [.id("event")], from: EnforcementInput.retraction, gives: NoticePayload.schema, refuses: ["notice-not-found", "event-not-found", "event-not-last"]) { call, work in
                var fields = call.fields
                let because = fields.text("because", "Why", atMost: 8000)
                try fields.finish()
                let notice = try work.session.notice(call.part("notice"))
                try enforcement.strike(work.session.event(call.id("event"), of: notice), of: notice, because: because, work)
                return try shown(notice, call, work.session).added()
            },
        ]
    }

    /// One operation for each move of the table that is recorded by itself.
    var moves: [Operation] {
        NoticeDeed.allCases.map { deed in
            let needs = deed.needed.isEmpty ? "" : "; it needs \(deed.needed)"
            return .adding(deed.operation, "enforcement/notices/{notice}/\(deed.rawValue)", "\(deed.words)\(needs)", .scope(.enforcementWrite), from: NoticeDeed.schema,
                           gives: NoticePayload.schema, refuses: ["notice-not-found", "notice-move-refused"] + deed.problems) { call, work in
                var fields = call.fields
                let new = deed.read(&fields)
                // Where an approval names none, nothing was read: once it is settled that they may approve, it is refused as overtaken.
                let version: Int? = deed == .approval ? fields.version() : nil
                try fields.finish()
                let notice = try work.session.notice(call.part("notice"))
                try enforcement.record(deed, new, of: notice, version: version, work)
                return try shown(notice, call, work.session).added()
            }
        }
    }
}

extension NoticeDeed {
    var operation: String {
        switch self {
        case .consultations: "recordNoticeConsultation"
        case .approval: "approveNotice"
        case .sendingBack: "sendBackNotice"
        case .abandonment: "abandonNotice"
        case .services: "serveNotice"
        case .extensions: "extendNotice"
        case .appeals: "recordNoticeAppeal"
        case .disposals: "disposeOfNoticeAppeal"
        case .directions: "recordCourtDirection"
        case .objections: "recordNoticeObjection"
        case .resolutions: "resolveNoticeObjection"
        case .inspections: "inspectNotice"
        case .withdrawal: "withdrawNotice"
        }
    }

    fileprivate var problems: [String] {
        switch self {
        case .approval: 
            ["notice-incomplete", "finding-missing", "article-without-finding", "rationale-missing", "consultation-missing", "period-too-short", "effect-passed", "no-signing-authority", "changed-meanwhile"]
        case .services: ["consultation-missing", "period-too-short"]
        default: []
        }
    }
}
