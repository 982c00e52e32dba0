public import Kernel

/// What a reviewer writes down: the working form of a check, saved as it is filled.
public struct QualitySheet: Codable, Equatable, Sendable {
    /// In the order of the form; a criterion that was not answered is not among them.
    public var findings: [QualityFinding] = []
    public var summary: String?
    /// The reviewer’s judgement; nil until it is made.
    public var grade: QualityGrade?
    /// Why the grade is not the one that the answers lead to.
    public var departure: String?

    public init() {}

    public var suggested: SuggestedGrade? { SuggestedGrade(findings) }
    public func answer(to criterion: String) -> QualityAnswer? { findings.first { $0.criterion == criterion }?.answer }
    public func count(_ answer: QualityAnswer) -> Int { findings.count { $0.answer == answer } }
    public var faults: [QualityFinding] { findings.filter(\.answer.isFault) }

    /// - Parameter form: the edition that it answers.
    public init(reading fields: inout Fields, by form: QualityForm) {
        findings = fields.answers(by: form)
        summary = fields.optionalText("summary", "Summary", atMost: 8000)
        grade = fields.optionalChoice("grade", "Grade", of: QualityGrade.self)
        departure = fields.optionalText("departure", "Why the grade departs from the answers", atMost: 4000)
    }

    /// What it holds now, under the names of its form and of what programs send.
    var entries: [String: [String]] {
        ["answers": findings.isEmpty ? [""] : findings.map { QualityFinding($0.criterion, $0.answer, $0.note?.asOneLine).written }, "summary": [summary ?? ""], "grade": [grade?.rawValue ?? ""], "departure": [departure ?? ""]]
    }

    /// What stands between it and its completion.
    public func obstacles(by form: QualityForm) -> [QualityObstacle] {
        var obstacles: [QualityObstacle] = []
        let unanswered = form.criteria.filter { answer(to: $0.code) == nil }
        if !unanswered.isEmpty {
            obstacles.append(QualityObstacle("check-unanswered", "answers", "\(counted(unanswered.count, "criterion is", "criteria are")) not answered: \(listed(unanswered.map(\.code)))."))
        }
        let silent = faults.filter { $0.note == nil }
        if !silent.isEmpty {
            obstacles.append(QualityObstacle(
                "fault-without-note", "note-\(silent[0].criterion)", "Say what was seen wherever something failed or was not evidenced: \(listed(silent.map(\.criterion)))."))
        }
        guard let grade else { return obstacles + [QualityObstacle("check-not-graded", "grade", "Give an overall grade.")] }
        if let suggested, suggested.grade != grade, departure == nil {
            obstacles.append(QualityObstacle("grade-without-reason", "departure", "The answers lead to “\(suggested.grade.words.lowercased())”. Say why the grade is another."))
        }
        return obstacles
    }
}

/// What stands between a check and its completion.
public struct QualityObstacle: Equatable, Sendable {
    public let code: String
    /// Where on the form it is put right.
    public let field: String
    public let sentence: String

    init(_ code: String, _ field: String, _ sentence: String) { (self.code, self.field, self.sentence) = (code, field, sentence) }
}

extension Fields {
    /// Of each criterion its own fields (`answer-letter-sent`, `note-letter-sent`), or lines such as `letter-sent: fail | It went out late`.
    mutating func answers(by form: QualityForm) -> [QualityFinding] {
        let asked = form.criteria.filter { wasSent("answer-\($0.code)") || wasSent("note-\($0.code)") }
        let found = asked.isEmpty ? answerLines(by: form) : asked.compactMap { answerFields($0.code) }
        return form.criteria.compactMap { criterion in found.first { $0.criterion == criterion.code } }
    }

    private mutating func answerFields(_ code: String) -> QualityFinding? {
        let answer = optionalChoice("answer-\(code)", "The answer to \(code)", of: QualityAnswer.self)
        let note = optionalText("note-\(code)", "The note to \(code)", atMost: 4000)
        if answer == nil, note != nil, written("answer-\(code)").isEmpty { refuse("answer-\(code)", "Answer \(code), or leave out the note.") }
        return answer.map { QualityFinding(code, $0, note) }
    }

    private mutating func answerLines(by form: QualityForm) -> [QualityFinding] {
        var found: [QualityFinding] = []
        for line in lines("answers") {
            let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map { String($0.trimmed) }
            let head = (parts.first ?? "").split(separator: ":", maxSplits: 1).map { String($0.trimmed) }
            guard head.count == 2, let answer = QualityAnswer(rawValue: head[1]) else {
                refuse("answers", "“\(line.prefix(40))” is no answer. Write a criterion, \(listed(QualityAnswer.allCases.map(\.rawValue), joinedBy: "or")), and what was seen: letter-sent: fail | It went out late.")
                continue
            }
            guard form.criterion(head[0]) != nil else {
                refuse("answers", "“\(head[0].prefix(40))” is no criterion of \(form.name) of the form.")
                continue
            }
            if line.count > 4200 { refuse("answers", "The note to \(head[0]) is too long; 4000 characters are the most.") }
            if found.contains(where: { $0.criterion == head[0] }) { refuse("answers", "\(head[0]) is answered twice. Keep one.") }
            found.append(QualityFinding(head[0], answer, parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil))
        }
        return found
    }
}
