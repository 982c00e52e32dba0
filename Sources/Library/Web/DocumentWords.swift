import Kernel
import Markup
import People
import Storage

/// What was done to the records of a document as sentences, with what each said or how it changed.
struct DocumentWords {
    let parties: [ID<Party>: String]
    let spoken: [Subject: Name]
    /// Titles, as documents are called now.
    let titles: [ID<ControlledDocument>: String]

    /// The verb with its thing named: `added the version 3.1`.
    func deed(_ verb: String, _ state: DocumentState?) -> String {
        switch state {
        case .version(let version): "\(verb) \(version.label)"
        case .file(let file): "\(verb) “\(file.name)”"
        case .document, .review, .withdrawal, nil: verb
        }
    }

    /// What it said when it was new, or what is otherwise than before.
    func detail(_ state: DocumentState, since old: DocumentState?) -> HTML? {
        let now = parts(state)
        guard let old else {
            let said = now.filter { $0.isNews && !$0.words.isEmpty }.map { "<li>\($0.label): \($0.words)</li>" as HTML }
            return said.isEmpty ? nil : "<ul>\(said)</ul>"
        }
        let changes = zip(parts(old), now).filter { $0.words != $1.words }.map { was, new -> HTML in
            "<li>\(new.label): \(new.words.isEmpty ? "none" : new.words), was \(was.words.isEmpty ? "none" : was.words)</li>"
        }
        return changes.isEmpty ? nil : "<ul>\(changes)</ul>"
    }

    private struct Part {
        let label: String
        let words: String
        /// Whether it is told of a record that is new; what the sentence says already is not.
        var isNews = true
    }

    private func parts(_ state: DocumentState) -> [Part] {
        switch state {
        case .document(let document):
            [Part(label: "Title", words: document.title), Part(label: "Kind", words: document.kind.words),
             Part(label: "What it is for", words: document.purpose ?? ""), Part(label: "Owner", words: document.owner.flatMap { parties[$0] } ?? ""),
             Part(label: "Answers", words: listed(document.answers.map { spoken[$0]?.words ?? $0.description })),
             Part(label: "First review by", words: words(document.firstReview)),
             Part(label: "Reference", words: document.reference.text, isNews: false)]
        case .version(let version):
            [Part(label: "Version", words: version.label, isNews: false), Part(label: "In force from", words: words(version.inForce)),
             Part(label: "What changed", words: version.change), Part(label: "Link", words: version.link?.text ?? ""),
             Part(label: "Next review by", words: words(version.nextReview))]
        case .file(let file): [Part(label: "Kind and size", words: file.words)]
        case .review(let review):
            [Part(label: "Day", words: "\(review.on)"), Part(label: "Outcome", words: review.outcome.words),
             Part(label: "Found", words: review.note ?? ""), Part(label: "Next review by", words: words(review.next))]
        case .withdrawal(let withdrawal):
            [Part(label: "From", words: "\(withdrawal.on)"), Part(label: "Reason", words: withdrawal.because),
             Part(label: "In its place", words: withdrawal.successor.flatMap { titles[$0] } ?? ""),
             Part(label: "Put back on", words: words(withdrawal.restoredOn))]
        }
    }

    private func words(_ day: Day?) -> String { day.map(\.description) ?? "" }
}
