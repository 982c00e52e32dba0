import Kernel
import Storage

extension Session {
    /// All notices that were there on a day, as they stood.
    func noticeViews(on day: Day) throws -> [NoticeView] { try allNotices().map { NoticeView($0, on: day) }.filter(\.isHere) }

    /// A notice as it stood on a day.
    ///
    /// - Throws: `notice-not-drafted-then`
    func view(of notice: Notice, on day: Day) throws -> NoticeView {
        let view = NoticeView(try facts(of: notice), on: day)
        guard view.isHere else { throw Refusal.missing("notice-not-drafted-then", "\(notice.reference) was drafted on \(notice.drafted), after \(day). Choose a later day.") }
        return view
    }

    /// A case that was there on a day.
    ///
    /// - Throws: `case-not-open-then`
    func caseThen(_ enforcementCase: EnforcementCase, on day: Day) throws -> CaseFacts {
        let facts = try facts(of: enforcementCase)
        guard facts.isHere(on: day) else {
            throw Refusal.missing("case-not-open-then", "\(facts.enforcementCase.reference) was opened on \(facts.enforcementCase.opened), after \(day). Choose a later day.")
        }
        return facts
    }
}
