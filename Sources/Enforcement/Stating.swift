import Kernel
import People
public import Storage

/// What is stated of years of which no records are kept here.
extension EnforcementPolicies {
    /// - Throws: `not-allowed`, `activity-stated-already`, `fields-need-attention`
    @discardableResult
    public func state(_ new: NewStatedActivity, _ work: Work) throws -> StatedActivity {
        try ObjectivePolicy.keeps.check(work.actor)
        guard new.amiss.isEmpty else { throw Refusal.fields(new.amiss) }
        guard try work.session.count(StatedActivity.self, "WHERE year = \(new.year) AND measure = \(new.measure)") == 0 else {
            throw Refusal("activity-stated-already", .conflict, "\(new.measure.words) of \(new.year) are stated already.",
                          fields: [.init("year", "It is stated already. Correct the number that is there, or choose another year.")])
        }
        return try work.add("stated the number") { StatedActivity(id: $0, year: new.year, measure: new.measure, count: new.count, source: new.source, since: work.today) }
    }

    /// Corrects a number or where it stands; its year and what it counts stay.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func correct(_ stated: StatedActivity, _ new: NewStatedActivity, version: Int? = nil, _ work: Work) throws -> StatedActivity {
        try ObjectivePolicy.keeps.check(work.actor)
        let kept = NewStatedActivity(year: stated.year, measure: stated.measure, count: new.count, source: new.source)
        guard kept.amiss.isEmpty else { throw Refusal.fields(kept.amiss) }
        var changed = stated
        (changed.version, changed.count, changed.source) = (version ?? stated.version, new.count, new.source)
        return try work.change("corrected the number", changed)
    }
}
