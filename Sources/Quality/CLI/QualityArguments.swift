import ArgumentParser
import Kernel
import People
import Storage

/// A check named at the command line.
struct QualityArgument: ParsableArguments, Sendable {
    @Argument(help: "The check’s reference.", completion: .qualityChecks) var reference: String

    func find(_ session: Session) throws -> QualityCheck { try session.qualityCheck(reference) }
}

/// A sampling plan named at the command line.
struct SamplingArgument: ParsableArguments, Sendable {
    @Argument(help: "The plan’s reference.", completion: .samplingPlans) var reference: String

    func find(_ session: Session) throws -> SamplingPlan { try session.samplingPlan(reference) }
}

/// A remedial action named at the command line.
struct RemedialArgument: ParsableArguments, Sendable {
    @Argument(help: "The remedial action’s number.") var number: Int64

    func find(_ session: Session) throws -> RemedialAction { try session.remedial(ID(number)) }
}

extension CompletionKind {
    static let qualityChecks = CompletionKind.kept { session, _ in try session.all(QualityCheck.self, "ORDER BY id DESC LIMIT 200").map(\.reference.text) }
    static let samplingPlans = CompletionKind.kept { session, _ in try session.all(SamplingPlan.self, "ORDER BY id DESC LIMIT 200").map(\.reference.text) }
}

/// Which checks a command speaks of.
struct QualityChoice: ParsableArguments, Sendable {
    @Option(help: "Only those to make oneself, to-make, or of one’s own work, own-work.", completion: .codes(QualityFilter.Whose.self)) var whose: String?
    @Option(help: "Only checks that stand so: overdue, \(QualityCheckState.allCases.map(\.rawValue).joined(separator: ", ")).") var state: String?
    @Option(help: "Only checks of this kind: \(QualityCheckKind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(QualityCheckKind.self)) var kind: String?
    @Option(help: "Only completed checks with this grade: \(QualityGrade.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(QualityGrade.self)) var grade: String?
    @Option(help: "Only checks of the work of this officer.", completion: .parties) var auditor: String?
    @Option(help: "Only checks of this reviewer.", completion: .parties) var reviewer: String?
    @Option(help: "Only checks of work of this office.") var office: String?
    @Option(help: "Only completed checks in which this criterion failed or was not evidenced.") var criterion: String?
    @Option(help: "Only checks that this sampling plan drew.", completion: .samplingPlans) var plan: String?
    @Option(help: "Only checks with these words.") var words: String?
    @Option(help: "Sort by \(QualityFilter.Order.allCases.map(\.rawValue).joined(separator: ", ")); --sort=-due turns it round.") var sort: String?

    /// - Throws: `fields-need-attention`
    func filter() throws -> QualityFilter {
        var fields = Fields(["whose": whose, "kind": kind, "grade": grade, "state": state == QualityFilter.overdueWord ? nil : state], over: [:])
        var filter = QualityFilter()
        filter.whose = fields.optionalChoice("whose", "Whose", of: QualityFilter.Whose.self)
        filter.kind = fields.optionalChoice("kind", "Kind", of: QualityCheckKind.self)
        filter.grade = fields.optionalChoice("grade", "Grade", of: QualityGrade.self)
        _ = fields.optionalChoice("state", "State", of: QualityCheckState.self)
        try fields.finish()
        (filter.state, filter.auditor, filter.reviewer, filter.office) = (state, auditor, reviewer, office)
        (filter.criterion, filter.plan, filter.words, filter.sort) = (criterion, plan, words, sort)
        return filter
    }

    func shown(on day: Day, by actor: Actor, _ session: Session) throws -> [QualityCheckFacts] {
        let parties = try session.qualityParties(of: actor, on: day)
        return try filter().shown(try session.qualityChecks(readBy: actor, on: day), on: day, for: parties)
    }
}

/// What the working form asks for.
struct QualitySheetEntries: ParsableArguments, Sendable {
    @Option(help: "An answer: 'letter-sent: fail | It went out late'. What is not given again stays as it was. May be given more than once.") var answer: [String] = []
    @Option(help: "What whoever did the work should take from it.") var summary: String?
    @Option(help: "The grade on the whole: \(QualityGrade.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(QualityGrade.self)) var grade: String?
    @Option(help: "Why the grade is not the one that the answers lead to.") var departure: String?

    func read(over facts: QualityCheckFacts) throws -> QualitySheet {
        var held = facts.check.sheet.entries
        let named = Set(answer.compactMap { $0.split(separator: ":").first.map { String($0.trimmed) } })
        let kept = facts.check.sheet.findings.filter { !named.contains($0.criterion) }.map { QualityFinding($0.criterion, $0.answer, $0.note?.asOneLine).written }
        if !answer.isEmpty { held["answers"] = kept + answer }
        var fields = Fields(["summary": summary, "grade": grade, "departure": departure], over: held)
        let sheet = QualitySheet(reading: &fields, by: facts.form)
        try fields.finish()
        return sheet
    }
}

/// What the form of a sampling plan asks for.
struct SamplingEntries: ParsableArguments, Sendable {
    @Option(help: "What it is called: Quarter 2 of 2026/27.") var title: String?
    @Option(help: "The first day on which the audits were carried out: YYYY-MM-DD.") var from: String?
    @Option(help: "The last.") var through: String?
    @Option(help: "The last day of the last check.") var due: String?
    @Option(help: "An outcome of which every audit is drawn. Prohibition notices always are. May be given more than once.") var every: [String] = []
    @Option(help: "At least so many audits of each officer.") var eachOfficer: String?
    @Option(help: "At least so many per cent of all.") var all: String?
    @Option(help: "Per cent by premises type: 'hospital: 20'. May be given more than once.") var type: [String] = []
    @Option(help: "Per cent by outcome: 'letter: 10'. May be given more than once.") var outcome: [String] = []
    @Option(help: "The fault rate that is to be found, in per cent; 20 when left out.") var fault: String?
    @Option(help: "So many times in a hundred it is to be found; 90 when left out.") var wanted: String?
    @Option(help: "A reviewer: a person or post on record. May be given more than once.", completion: .parties) var reviewer: [String] = []

    func read(over held: [String: [String]] = [:]) throws -> NewSamplingPlan {
        var held = held
        for (name, given) in [("every", every), ("types", type), ("outcomes", outcome), ("reviewers", reviewer)] where !given.isEmpty { held[name] = given }
        var fields = Fields(["title": title, "from": from, "through": through, "due": due, "each-officer": eachOfficer, "all": all, "fault": fault, "wanted": wanted], over: held)
        let new = NewSamplingPlan(reading: &fields)
        try fields.finish()
        return new
    }
}

extension QualityCheckPayload {
    /// A check as a person reads it.
    var inWords: String {
        var lines = [
            "\(check.reference), \(check.kind.words.lowercased()) check of \(check.workReference): \(check.overdue ? "overdue" : check.state.words.lowercased())",
            "\(check.place), audited by \(check.auditor)\(check.office.map { " (\($0))" } ?? "") on \(check.carriedOut)", "Reviewer \(check.reviewer), due by \(check.due)", "Why: \(check.why)",
        ]
        lines += answers.map { "\($0.criterion): \($0.answer.words.lowercased())\($0.note.map { ": \($0)" } ?? "")" }
        if let grade = check.grade { lines.append("Grade: \(grade.words.lowercased())") }
        if let departure { lines.append("Why the grade is another: \(departure)") }
        if let summary { lines.append(summary) }
        if let correction { lines.append("Corrected: \(correction)") }
        if let callingOff { lines.append("Called off: \(callingOff)") }
        if let reply { lines.append("\(check.auditor) answers: \(reply)") }
        lines += remedials.map { "Remedial action \($0.number), \($0.kind.words.lowercased()) by \($0.owner), due by \($0.due): \($0.what) (\($0.state.words.lowercasedFirst))" }
        return (lines + obstacles.map { "To do: \($0.sentence)" }).joined(separator: "\n")
    }
}
