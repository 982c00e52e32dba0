import Kernel

/// The questions that an inspector would ask of a paper, each with what answers it.
///
/// What the records wrote is not asked about again: it is what they say. Asked about is what a person wrote, and what stands
/// in the template and nobody wrote.
struct Rehearsal {
    struct Checked {
        let section: Section
        let check: ClaimCheck
    }

    /// What is asked where a template speaks.
    static let whoSaysSo = "Nobody has said that this is so: write it, or leave it out."

    /// The numbers of its author's words, and what they say of all of something or of none, as they come.
    let claims: [Checked]
    /// Sections that say nothing, or what the template says, which nobody has said of this paper.
    let unsaid: [Section]
    /// What the things it covers would be asked.
    let questions: [Telling.Question]
    /// Sections whose author wrote beside what the records say no more.
    let overtaken: [Section]

    init(_ sections: [Section], _ sources: Sources) {
        let shown = sections.filter { !$0.isLeftOut && $0.content != .fullPlan }
        unsaid = shown.filter(\.isUnsaid)
        questions = sources.tellings.flatMap(\.questions)
        overtaken = shown.filter { $0.isOvertaken(by: sources) }

        let written = shown.filter { $0.words != nil }.map { section in (section, Rehearsal.claims(of: section, sources)) }.filter { !$0.1.isEmpty }
        let together = Dictionary(grouping: written) { $0.0.about }
        let records = together.values.reduce(into: [Subject?: ClaimRecords]()) { records, group in
            guard let section = group.first?.0 else { return }
            records[section.about] = ClaimRecords(sources.tellings(of: section), of: group.flatMap(\.1))
        }
        claims = written.flatMap { section, claims in
            claims.compactMap { claim in records[section.about].flatMap { ClaimCheck.of(claim, $0) }.map { Checked(section: section, check: $0) } }
        }
    }

    /// The claims of an author's sentences, without those that the records wrote and the author left as they were.
    private static func claims(of section: Section, _ sources: Sources) -> [Claim] {
        let (own, sweeping) = (Rehearsal.sentences(section.words ?? ""), SweepingClaims(sources.tellings(of: section)))
        guard own.contains(where: { !WrittenNumber.all(in: $0).isEmpty || !sweeping.all(in: $0).isEmpty }) else { return [] }
        let points = sources.tellings.flatMap { $0.passages.flatMap(\.lines) }
        // What the template says is no record, and whoever saves it says it.
        let written = section.content == .words ? [] : Rehearsal.sentences(section.generated(from: sources)) + Rehearsal.sentences(section.seen ?? "")
        let recorded = Set(written + points.map(\.words))
        return Prose.read(section.words ?? "").flatMap(\.lines).filter { !recorded.contains($0) }.flatMap(ClaimWords.sentences).filter { !recorded.contains($0) }
            .flatMap { Claim.all(in: $0) + sweeping.all(in: $0) }
    }

    private static func sentences(_ text: String) -> [String] {
        Prose.read(text).flatMap(\.lines).flatMap { line in [line] + ClaimWords.sentences(line) }
    }

    var contradicted: [Checked] { claims.filter { $0.check.verdict == .contradicted } }
    var unanswered: [Checked] { claims.filter { $0.check.verdict == .unanswered } }
    var answered: [Checked] { claims.filter { $0.check.verdict == .agrees } }
    var unansweredQuestions: [Telling.Question] { questions.filter(\.answers.isEmpty) }
    var openCount: Int { contradicted.count + unanswered.count + unsaid.count + unansweredQuestions.count + overtaken.count }
}

extension Section {
    /// How a place begins that only an author can fill.
    static let mark = "To be written by the author:"

    /// What stands here, if anything does, is the template's, and nobody has said that it is so of this paper. Whoever confirms it says
    /// so, but fills no place that is marked for the author.
    var isUnsaid: Bool { content == .words && words == nil || isToBeWritten }
    var isToBeWritten: Bool { (words ?? standing).contains(Section.mark) }
}
