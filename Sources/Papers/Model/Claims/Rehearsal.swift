import Kernel

/// The questions that an inspector would ask of a paper, each with what answers it.
struct Rehearsal {
    struct Checked {
        let section: Section
        let check: ClaimCheck
    }

    /// The numbers of its words, as they come.
    let claims: [Checked]
    /// What the things it covers would be asked.
    let questions: [Telling.Question]
    /// Sections whose author wrote beside what the records say no more.
    let overtaken: [Section]

    init(_ sections: [Section], _ sources: Sources) {
        let shown = sections.filter { !$0.isLeftOut }
        // A point that the records wrote, word for word, is what they say, and what it quotes was said.
        let quoted = Set(sources.tellings.flatMap { $0.passages.flatMap(\.lines).filter(\.isPoint).map(\.words) })
        claims = shown.filter { $0.content != .fullPlan }.flatMap { section in
            var records = ClaimRecords(sources.tellings(of: section))
            return Prose.read(section.text(from: sources)).flatMap(\.lines).filter { !quoted.contains($0) }.flatMap { Claim.all(in: $0) }
                .map { Checked(section: section, check: ClaimCheck.of($0, &records)) }
        }
        questions = sources.tellings.flatMap(\.questions)
        overtaken = shown.filter { $0.isOvertaken(by: sources) }
    }

    var contradicted: [Checked] { claims.filter { $0.check.verdict == .contradicted } }
    var unanswered: [Checked] { claims.filter { $0.check.verdict == .unanswered } }
    var answered: [Checked] { claims.filter { $0.check.verdict == .agrees } }
    var unansweredQuestions: [Telling.Question] { questions.filter(\.answers.isEmpty) }
    var openCount: Int { contradicted.count + unanswered.count + unansweredQuestions.count + overtaken.count }
}
