public import Kernel
import People
import Premises
public import Storage

/// The verbs of the risk method, done within one piece of work: each checks who may, asks the model, saves and journals.
///
/// An edition is a draft until it is adopted. From then on it stays as it is, since premises were scored by it. What officers do to
/// premises for it is in `RiskMarking.swift`.
public struct Risk: Sendable {
    public init() {}

    /// Takes a method in as a draft.
    ///
    /// - Throws: `not-allowed`, `risk-method-flawed`, `risk-edition-taken`
    @discardableResult
    public func add(_ method: RiskMethod, _ work: Work) throws -> RiskEdition {
        try RiskPolicy.keeps.check(work.actor)
        try refuseFlawed(method)
        try refuseTaken(method.edition, by: nil, work)
        return try work.add("drafted the edition of the risk method") { RiskEdition(id: $0, method: method, since: work.today) }
    }

    /// Puts another method in place of a draft’s.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `risk-method-adopted`, `risk-method-flawed`, `risk-edition-taken`, `changed-meanwhile`
    @discardableResult
    public func edit(_ edition: RiskEdition, _ method: RiskMethod, version: Int? = nil, _ work: Work) throws -> RiskEdition {
        try RiskPolicy.keeps.check(work.actor)
        try refuseAdopted(edition)
        try refuseFlawed(method)
        try refuseTaken(method.edition, by: edition.id, work)
        var changed = edition
        changed.method = method
        changed.version = version ?? edition.version
        return try work.change("edited the edition of the risk method", changed)
    }

    /// Has premises scored by a draft from a day. The first edition may be adopted on a day that has passed; a later one only from today, since what went before was scored
    /// by another.
    ///
    /// - Parameter version: the version that was read, when it was decided on a page.
    /// - Throws: `not-allowed`, `risk-method-adopted`, `risk-method-out-of-order`, `changed-meanwhile`
    @discardableResult
    public func adopt(_ edition: RiskEdition, on day: Day, version: Int? = nil, _ work: Work) throws -> RiskEdition {
        try RiskPolicy.keeps.check(work.actor)
        try refuseAdopted(edition)
        let last = try work.session.all(RiskEdition.self, "WHERE adopted_on IS NOT NULL ORDER BY id").compactMap(\.adopted).max()
        if let last, day < work.today || day <= last {
            let sentence = "An edition was or will be adopted on \(last), so this one may be from \(max(work.today, last.adding(days: 1)))."
            throw Refusal("risk-method-out-of-order", .conflict, sentence, fields: [.init("on", sentence)])
        }
        var changed = edition
        changed.adopted = day
        changed.version = version ?? edition.version
        return try work.change("adopted the edition of the risk method", changed)
    }

    private func refuseFlawed(_ method: RiskMethod) throws(Refusal) {
        guard let flaw = method.flaws.first else { return }
        throw Refusal("risk-method-flawed", .invalid, "The method can’t be kept as it is. \(flaw.line)", fields: method.flaws.map { .init("method", $0.line) })
    }

    private func refuseAdopted(_ edition: RiskEdition) throws(Refusal) {
        guard let adopted = edition.adopted else { return }
        throw .conflict("risk-method-adopted", "Premises are scored by edition \(edition.name) from \(adopted), so it stays as it is. Draft a new edition instead.")
    }

    private func refuseTaken(_ name: String, by own: ID<RiskEdition>?, _ work: Work) throws {
        let taken: ID<RiskEdition>? = try work.session.value("SELECT id FROM risk_edition WHERE edition_key = \(name.lowercased())")
        guard taken == nil || taken == own else {
            throw Refusal("risk-edition-taken", .conflict, "There is an edition “\(name)” of the risk method already.", fields: [.init("method", "Give the method an edition that no other has.")])
        }
    }
}
