public import Kernel
import People
public import Storage

/// The form that checks are made by.
extension Quality {
    /// Drafts the next edition.
    ///
    /// - Throws: `not-allowed`
    @discardableResult
    public func draft(_ new: NewQualityForm, _ work: Work) throws -> QualityForm {
        try QualityPolicy.drafts.check(work.actor)
        let edition = try work.session.value("SELECT COALESCE(MAX(edition), 0) + 1 FROM quality_form", as: Int.self) ?? 1
        let form = try work.add("drafted the form") { id in
            QualityForm(id: id, edition: edition, title: new.title, criteria: new.criteria, draftedBy: work.actor.subject, since: work.today)
        }
        try work.saveCriteria(of: form)
        return form
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `quality-form-adopted`, `changed-meanwhile`
    @discardableResult
    public func edit(_ form: QualityForm, _ new: NewQualityForm, version: Int? = nil, _ work: Work) throws -> QualityForm {
        try QualityPolicy.drafts.check(work.actor)
        try refuseAdopted(form)
        var changed = form
        changed.version = version ?? form.version
        (changed.title, changed.criteria) = (new.title, new.criteria)
        changed = try work.change("edited the form", changed)
        try work.saveCriteria(of: changed)
        return changed
    }

    /// Has checks begun with it from a day on. Those that were begun before keep the edition that they have.
    ///
    /// - Throws: `not-allowed`, `quality-form-adopted`, `quality-form-out-of-order`, `changed-meanwhile`
    @discardableResult
    public func adopt(_ form: QualityForm, from day: Day, version: Int? = nil, _ work: Work) throws -> QualityForm {
        try QualityPolicy.adopts(form).check(work.actor)
        // Whoever changed it since is no second person either.
        if try Journal(work.session).entries(about: form.subject).contains(where: { work.actor.isSame(as: $0.who) }) {
            throw Refusal.forbidden("not-allowed", "An approver adopts an edition of the form, and never one that they drafted or changed.")
        }
        try refuseAdopted(form)
        if let last = try work.session.qualityForms().compactMap(\.effective).max(), day < work.today || day <= last {
            let sentence = "An edition of the form is or will be in force from \(last), so this one may be from \(max(work.today, last.adding(days: 1)))."
            throw Refusal("quality-form-out-of-order", .conflict, sentence, fields: [.init("from", sentence)])
        }
        var changed = form
        changed.version = version ?? form.version
        (changed.effective, changed.adoptedBy) = (day, work.actor.subject)
        return try work.change("adopted the form", changed)
    }

    private func refuseAdopted(_ form: QualityForm) throws(Refusal) {
        guard let effective = form.effective else { return }
        throw .conflict("quality-form-adopted", "Checks are made by \(form.name) from \(effective), so it stays as it is. Draft a new edition instead.")
    }
}
