import Kernel
public import Storage

extension QualityForm: Record {
    public static let table = Table("quality_form", ["id", "version", "edition", "title", "drafted_by", "since_on", "effective_on", "adopted_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        edition = try row.next()
        title = try row.next()
        criteria = []
        draftedBy = try row.next()
        since = try row.next()
        effective = try row.next()
        adoptedBy = try row.next()
    }

    public var values: [Value] { Value.row(id, version, edition, title, draftedBy, since, effective, adoptedBy) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [QualityForm] {
        var forms = try session.rows(of: QualityForm.self, clause)
        let places = Dictionary(uniqueKeysWithValues: forms.enumerated().map { ($1.id, $0) })
        try session.each("SELECT form, code, title, guidance FROM quality_criterion WHERE form IN (SELECT id FROM quality_form \(clause)) ORDER BY form, place") { row in
            let id: ID<QualityForm> = try row.next()
            let criterion = QualityCriterion(try row.next(), try row.next(), try row.next())
            if let place = places[id] { forms[place].criteria.append(criterion) }
        }
        return forms
    }
}

extension Work {
    func saveCriteria(of form: QualityForm) throws {
        try session.run("DELETE FROM quality_criterion WHERE form = \(form.id)")
        for (place, criterion) in form.criteria.enumerated() {
            try session.run("INSERT INTO quality_criterion (form, place, code, title, guidance) VALUES (\(form.id), \(place), \(criterion.code), \(criterion.title), \(criterion.guidance))")
        }
    }
}

extension RemedialAction: Record {
    public static let table = Table("remedial_action", [
        "id", "version", "quality_check", "criterion", "kind", "what", "owner", "due_on", "since_on", "done_on", "doing", "look_by_on", "looked_on", "outcome", "looking", "action",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        check = try row.next()
        criterion = try row.next()
        kind = try row.next()
        what = try row.next()
        owner = try row.next()
        due = try row.next()
        since = try row.next()
        done = try row.next()
        doing = try row.next()
        lookBy = try row.next()
        looked = try row.next()
        outcome = try row.next()
        looking = try row.next()
        action = try row.next()
    }

    public var values: [Value] { Value.row(id, version, check, criterion, kind, what, owner, due, since, done, doing, lookBy, looked, outcome, looking, action) }
}

extension RemedialKind: Stored {}
extension RemedialOutcome: Stored {}
