public import Kernel
import People
public import Premises
public import Storage

extension Risk {
    /// Puts a marker on premises, out of the list of any edition.
    ///
    /// - Throws: `not-allowed`, `marker-put-already`, `fields-need-attention`
    @discardableResult
    public func put(_ new: NewPremisesMarker, on premises: Premises, _ work: Work) throws -> PremisesMarker {
        try RiskPolicy.marks.check(work.actor)
        try refusePast(new.since, "since", work)
        let known = try work.session.markerKinds()
        guard known.contains(where: { $0.code == new.marker }) else {
            let sentence = known.isEmpty
                ? "No edition of the risk method has markers, so none can be put." : "“\(new.marker)” is no marker of the risk method. Choose \(listed(known.map(\.code), joinedBy: "or"))."
            throw Refusal.fields([.init("marker", sentence)])
        }
        let put = try work.session.markers(of: premises).first { $0.marker == new.marker && $0.ended.map { $0 > new.since } ?? true }
        if let put {
            let sentence = "\(premises.name) has had this marker since \(put.since)\(put.ended.map { ", until \($0)" } ?? "")."
            throw Refusal("marker-put-already", .conflict, sentence, fields: [.init("marker", sentence)])
        }
        return try work.add("put the marker on the premises", in: premises.subject) {
            PremisesMarker(id: $0, premises: premises.id, marker: new.marker, since: new.since, why: new.why)
        }
    }

    /// Takes a marker off premises from a day.
    ///
    /// - Throws: `not-allowed`, `marker-ended`, `fields-need-attention`
    @discardableResult
    public func lift(_ marker: PremisesMarker, of premises: Premises, on day: Day, because why: String, _ work: Work) throws -> PremisesMarker {
        try RiskPolicy.marks.check(work.actor)
        if let ended = marker.ended { throw Refusal.conflict("marker-ended", "The marker was taken off on \(ended) already.") }
        try refusePast(day, "on", work)
        if day < marker.since { throw Refusal.fields([.init("on", "The marker is on the premises from \(marker.since), so it is taken off on that day or later.")]) }
        var changed = marker
        (changed.ended, changed.whyEnded) = (day, why)
        return try work.change("took the marker off the premises", changed, in: premises.subject)
    }

    /// Notes what was found of compliance before audits were kept here.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func note(_ new: NewNotedCompliance, of premises: Premises, _ work: Work) throws -> NotedCompliance {
        try RiskPolicy.marks.check(work.actor)
        try refusePast(new.on, "on", work)
        return try work.add("noted compliance found before", in: premises.subject) {
            NotedCompliance(id: $0, premises: premises.id, on: new.on, level: new.level, source: new.source)
        }
    }

    /// Strikes out what was noted by mistake.
    ///
    /// - Throws: `not-allowed`, `compliance-struck-out`
    @discardableResult
    public func strike(_ noted: NotedCompliance, of premises: Premises, because why: String, _ work: Work) throws -> NotedCompliance {
        try RiskPolicy.marks.check(work.actor)
        if noted.struck != nil { throw Refusal.conflict("compliance-struck-out", "What was noted of \(noted.on) is struck out already.") }
        var changed = noted
        changed.struck = why
        return try work.change("struck out compliance found before", changed, in: premises.subject)
    }

    /// What officers record has happened.
    private func refusePast(_ day: Day, _ field: String, _ work: Work) throws(Refusal) {
        guard day > work.today else { return }
        throw .fields([.init(field, "\(day) has not come. Give today or an earlier day.")])
    }
}
