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
        let (by, act) = (new.recipient.map { " by \($0)" } ?? "", "section 4 of the Environment and Safety Information Act 1988")
        switch deed {
        case .approval: try checkObstacles(view.facts.obstacles(on: new.on, practice: practice))
        case .services: try checkService(new, view, practice)
        case .extensions: try checkExtension(new, view, practice)
        case .appeals: try refuse(has(.appealed, of: new), "An appeal\(by) against \(notice.reference) is on record already: article 35.")
        case .disposals:
            try refuse(!has(.appealed, of: new), "No appeal\(by) against \(notice.reference) is on record, so none can be disposed of: article 35.")
            try refuse(has(.disposed, of: new), "The appeal\(by) against \(notice.reference) was disposed of already: article 35.")
            if new.until != nil, notice.type != .enforcement { throw .fields([.init("until", "Only an enforcement notice has a day to comply by: article 30.")]) }
        case .directions:
            let isPending = view.isAppealPending && has(.appealed, of: new) && !has(.disposed, of: new)
            try refuse(!isPending, "The court directs that on an appeal, and none\(by) is pending against \(notice.reference): article 35.")
            try refuse(has(.directed, of: new), "A direction on the appeal\(by) against \(notice.reference) is on record already: article 35.")
        case .objections: try refuse(has(.objected, of: new), "An objection\(by) about \(notice.reference) is on record already: \(act).")
        case .resolutions: try refuse(!has(.objected, of: new) || has(.resolved, of: new), "No objection\(by) about \(notice.reference) is open: \(act).")
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
        guard !catchesUp, let last = counting.last(where: { $0.kind != .consulted && !$0.isOfAnother(than: new) }), new.on < last.on else { return }
        throw .fields([.init("on", "\(last.kind.words) on \(last.on) is on record after \(new.on). Give that day or a later one, or strike that out first.")])
    }

    /// Whether the same is on record of whoever it is of.
    private func has(_ kind: NoticeEvent.Kind, of new: NewNoticeEvent) -> Bool {
        counting.contains { $0.kind == kind && $0.recipient?.lowercased() == new.recipient?.lowercased() }
    }

    private func refuse(_ isWrong: Bool, _ sentence: String) throws(Refusal) {
        if isWrong { throw .conflict("notice-move-refused", sentence) }
    }

    /// Refuses an approval for the first obstacle, and names them all.
    private func checkObstacles(_ obstacles: [NoticeObstacle]) throws(Refusal) {
        guard let first = obstacles.first else { return }
        throw Refusal(
            first.code, .conflict, "\(notice.reference) can’t be approved yet. " + obstacles.map(\.sentence).joined(separator: " "),
            fields: obstacles.compactMap { one in one.field.map { .init($0, one.sentence) } })
    }

    private func checkService(_ new: NewNoticeEvent, _ view: NoticeView, _ practice: EnforcementPractice) throws(Refusal) {
        guard let who = new.who, notice.recipients.contains(where: { $0.key == who.lowercased() }) else {
            throw .fields([.init("who", "“\(new.who ?? "")” is not among those it is addressed to: \(listed(notice.recipients.map(\.name))).")])
        }
        if let before = counting.first(where: { $0.kind == .served && $0.who?.lowercased() == who.lowercased() }) {
            throw .fields([.init("who", "It was served on \(who) on \(before.on) already.")])
        }
        if let missing = view.consultationMissing { throw .conflict("consultation-missing", "\(notice.reference) can’t be served yet. \(missing.sentence)") }
        if notice.type == .enforcement, let complyBy = view.complyBy {
            let least = new.on.adding(days: practice.leastDays)
            guard complyBy >= least else {
                throw Refusal("period-too-short", .conflict, "Served on \(new.on) it may ask for nothing before \(least), \(counted(practice.leastDays, "day")) later, and it asks for it by \(complyBy): article 30. Send it back and change the day.", fields: [.init("on", "The last day, \(complyBy), would be less than \(counted(practice.leastDays, "day")) after service.")])
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

extension NoticeEvent {
    /// Whether both are of one recipient each, and not of the same: the days of one don't wait for those of the other.
    fileprivate func isOfAnother(than new: NewNoticeEvent) -> Bool {
        guard new.kind.isOfRecipient, let theirs = new.recipient?.lowercased(), let own = kind == .served ? who : recipient else { return false }
        return own.lowercased() != theirs
    }
}
