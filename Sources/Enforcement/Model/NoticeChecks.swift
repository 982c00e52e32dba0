public import Kernel

extension NoticeFacts {
    /// What stands in the way of recording something, by the table of moves and by the days and facts that it rests on.
    ///
    /// - Throws: `notice-move-refused`, `notice-incomplete`, `consultation-missing`, `fields-need-attention`
    public func check(_ deed: NoticeDeed, _ new: NewNoticeEvent, today: Day, practice: EnforcementPractice = .usual) throws(Refusal) {
        guard new.on <= today else { throw .fields([.init("on", "\(new.on) has not come. Give today or an earlier day.")]) }
        let view = NoticeView(self, on: new.on, practice: practice)
        guard new.on >= notice.drafted else { throw .fields([.init("on", "\(new.on) is before it was drafted, on \(notice.drafted).")]) }
        try NoticeMove.check(deed.verb, notice.type, in: view.state, named: notice.reference)
        try checkOrder(new)
        switch deed {
        case .approval: try checkComplete()
        case .services: try checkService(new, view, practice)
        case .extensions: try checkExtension(new, view, practice)
        case .appeals: try refuse(counting.contains { $0.kind == .appealed }, "An appeal against \(notice.reference) is on record already: article 35.")
        case .disposals:
            try refuse(!counting.contains { $0.kind == .appealed }, "No appeal against \(notice.reference) is on record, so none can be disposed of: article 35.")
            try refuse(counting.contains { $0.kind == .disposed }, "The appeal against \(notice.reference) was disposed of already: article 35.")
            if new.until != nil, notice.type != .enforcement { throw .fields([.init("until", "Only an enforcement notice has a day to comply by: article 30.")]) }
        case .directions: try refuse(!view.isAppealPending, "The court directs that on an appeal, and none is pending against \(notice.reference): article 35.")
        case .objections: try refuse(counting.contains { $0.kind == .objected }, "An objection about \(notice.reference) is on record already: section 4 of the Environment and Safety Information Act 1988.")
        case .resolutions: try refuse(!view.hasOpenObjection, "No objection about \(notice.reference) is open: section 4 of the Environment and Safety Information Act 1988.")
        case .consultations:
            if let until = new.until, until < new.on { throw .fields([.init("until", "The answer, \(until), would be before they were asked, \(new.on).")]) }
        case .sendingBack, .abandonment, .inspections, .withdrawal: break
        }
    }

    /// What changes where it stands is recorded in the order of its days; what only adds to it may be caught up on.
    private func checkOrder(_ new: NewNoticeEvent) throws(Refusal) {
        if new.kind == .served, let back = counting.last(where: { [.returned, .abandoned].contains($0.kind) }), new.on < back.on {
            throw .fields([.init("on", "\(back.kind.words) on \(back.on) is on record after \(new.on), so what was served then is not what stands now. Give that day or a later one.")])
        }
        let catchesUp = [.consulted, .served, .objected].contains(new.kind) || new.kind == .inspected && new.satisfied == false
        guard !catchesUp, let last = counting.last(where: { $0.kind != .consulted }), new.on < last.on else { return }
        throw .fields([.init("on", "\(last.kind.words) on \(last.on) is on record after \(new.on). Give that day or a later one, or strike that out first.")])
    }

    private func refuse(_ isWrong: Bool, _ sentence: String) throws(Refusal) {
        if isWrong { throw .conflict("notice-move-refused", sentence) }
    }

    private func checkComplete() throws(Refusal) {
        let lacks = notice.lacks
        guard lacks.isEmpty else {
            throw Refusal("notice-incomplete", .conflict, "\(notice.reference) can’t be approved yet. " + lacks.map(\.sentence).joined(separator: " "), fields: lacks)
        }
    }

    private func checkService(_ new: NewNoticeEvent, _ view: NoticeView, _ practice: EnforcementPractice) throws(Refusal) {
        guard let who = new.who, notice.recipients.contains(where: { $0.key == who.lowercased() }) else {
            throw .fields([.init("who", "“\(new.who ?? "")” is not among those it is addressed to: \(listed(notice.recipients.map(\.name))).")])
        }
        if let before = counting.first(where: { $0.kind == .served && $0.who?.lowercased() == who.lowercased() }) {
            throw .fields([.init("who", "It was served on \(who) on \(before.on) already.")])
        }
        if let missing = view.consultationMissing { throw .conflict("consultation-missing", "\(notice.reference) can’t be served yet. \(missing)") }
        if notice.type == .enforcement, let complyBy = view.complyBy {
            let least = new.on.adding(days: practice.leastDays)
            guard complyBy >= least else {
                throw .invalid("period-too-short", "Served on \(new.on) it may ask for nothing before \(least), \(counted(practice.leastDays, "day")) later, and it asks for it by \(complyBy): article 30. Send it back and change the day.", fields: [.init("on", "The last day, \(complyBy), would be less than \(counted(practice.leastDays, "day")) after service.")])
            }
        }
        if notice.type == .prohibition, !notice.isImmediate, let effective = notice.effective, effective < new.on {
            throw .fields([.init("on", "It takes effect on \(effective), before this service. Send it back and change the day: article 31.")])
        }
    }

    private func checkExtension(_ new: NewNoticeEvent, _ view: NoticeView, _ practice: EnforcementPractice) throws(Refusal) {
        try refuse(view.state == .expired && !practice.extendsAfterExpiry, "The last day of \(notice.reference) has passed, and time that has run out is not extended: article 30 and the service’s policy.")
        try refuse(view.isAppealPending && !practice.extendsDuringAppeal, "An appeal against \(notice.reference) is pending, and its time is not extended meanwhile: article 30 and the service’s policy.")
        if let until = new.until, let now = view.complyBy, until <= now {
            throw .fields([.init("until", "The new last day, \(until), is not later than the one that stands, \(now).")])
        }
    }
}
