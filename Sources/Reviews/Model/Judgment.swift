public import Kernel

/// What an inspection judged of one question. It is of the day of its report.
public struct Judgment: Codable, Equatable, Sendable {
    public let id: ID<Judgment>
    public var version: Int
    public let review: ID<Review>
    /// A question of the review's round, by its code.
    public let question: String
    public var grade: Grade
    /// What the report says of it.
    public var words: String?

    public init(id: ID<Judgment>, version: Int = 1, review: ID<Review>, question: String, grade: Grade, words: String? = nil) {
        self.id = id
        self.version = version
        self.review = review
        self.question = question
        self.grade = grade
        self.words = words
    }
}

/// What a person enters of one question.
public struct NewJudgment: Sendable, Equatable {
    public var question: String
    public var grade: Grade
    public var words: String?

    public init(question: String, grade: Grade, words: String? = nil) {
        self.question = question
        self.grade = grade
        self.words = words
    }

    public init(reading fields: inout Fields) {
        question = fields.line("question", "Question", atMost: 40)
        grade = fields.choice("grade", "Grade", default: .good)
        if fields.written("grade").isEmpty { fields.refuse("grade", "Choose the grade that was given.") }
        words = fields.optionalText("words", "What the report says", atMost: 8000)
    }

    /// Reads a form that has all the questions of a round; those that were left without a grade are left out.
    static func all(of round: InspectionRound, reading fields: inout Fields) -> [NewJudgment] {
        round.questions.compactMap { question in
            let grade = fields.optionalChoice("grade-\(question.code)", question.words, of: Grade.self)
            let words = fields.optionalText("words-\(question.code)", question.words, atMost: 8000)
            if grade == nil, words != nil, fields.written("grade-\(question.code)").isEmpty {
                fields.refuse("grade-\(question.code)", "Choose the grade that was given for “\(question.words)”, or leave its words empty.")
            }
            return grade.map { NewJudgment(question: question.code, grade: $0, words: words) }
        }
    }

    /// - Throws: `fields-need-attention`
    func checked(by round: InspectionRound, fields suffix: String = "") throws(Refusal) -> NewJudgment {
        guard let question = round.question(question) else {
            throw .fields([.init("question", "\(round.name) asks no question “\(question.prefix(40))”. It asks \(listed(round.questions.map(\.code))).")])
        }
        guard round.grades.contains(grade) else {
            throw .fields([.init(
                "grade\(suffix)", "“\(grade.words)” is no grade of \(round.name), for “\(question.words)”. It gives \(listed(round.grades.map { $0.words.lowercased() })).")])
        }
        return self
    }
}
