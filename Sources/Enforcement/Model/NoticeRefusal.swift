public import Kernel

extension NoticeMove {
    /// Refuses what the table does not allow, with the provision.
    ///
    /// - Throws: `notice-move-refused`
    public static func check(_ verb: Verb, _ type: NoticeType, in state: NoticeState, named reference: Reference) throws(Refusal) {
        guard let row = row(verb, type) else {
            throw .conflict("notice-move-refused", "\(reference) can’t be \(verb.done). \(verb.stranger(to: type))")
        }
        guard row.from.contains(state) else {
            let right = NoticeState.allCases.filter(row.from.contains).map(\.within)
            throw .conflict(
                "notice-move-refused", "\(reference) is \(state.within), so it can’t be \(verb.done). Under \(row.provision) that is done to a notice that is \(listed(right, joinedBy: "or")).")
        }
    }
}

extension NoticeMove.Verb {
    /// `served on anybody`: after “can’t be”.
    var done: String {
        switch self {
        case .edit: "edited"
        case .consult: "consulted on"
        case .approve: "approved"
        case .sendBack: "sent back"
        case .abandon: "abandoned"
        case .serve: "served"
        case .extend: "extended"
        case .appeal: "appealed against"
        case .dispose: "disposed of on appeal"
        case .direct: "suspended by a direction of the court"
        case .object: "objected to for a trade secret"
        case .resolve: "cleared of an objection"
        case .amend: "amended"
        case .inspect: "inspected for compliance"
        case .withdraw: "withdrawn"
        }
    }

    /// Why a type knows no such move.
    fileprivate func stranger(to type: NoticeType) -> String {
        switch (self, type) {
        case (.consult, _): "Consultation is asked for before an enforcement notice that alters premises and a prohibition notice: articles 30 and 31."
        case (.extend, .alterations): "An alterations notice has no day by which it is complied with: article 29."
        case (.extend, _): "A prohibition notice holds until the matters are remedied and has no such day: article 31."
        case (.direct, _): "An appeal suspends this type of notice by itself; the court directs it for a prohibition notice alone: article 35."
        case (.inspect, _): "An alterations notice is in force until it is withdrawn or cancelled; there is nothing to comply with by a day: article 29."
        default: "That is not done to \(type.words.lowercased())s: article \(type.article)."
        }
    }
}

extension NoticeState {
    /// As it stands after “is”.
    var within: String {
        switch self {
        case .draft: "a draft"
        case .expired: "not complied with in time"
        default: words.lowercasedFirst
        }
    }
}
