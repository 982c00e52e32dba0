import Kernel
import People
import Storage

/// What was done to the records of a document as sentences, with what each said or how it changed.
struct DocumentWords: RecordWords {
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

    func parts(_ state: DocumentState) -> [RecordPart] {
        switch state {
        case .document(let document):
            [RecordPart("Title", document.title), RecordPart("Kind", document.kind.words),
             RecordPart("What it is for", document.purpose ?? ""), RecordPart("Owner", document.owner.flatMap { parties[$0] } ?? ""),
             RecordPart("Answers", listed(document.answers.map { spoken[$0]?.words ?? $0.description })),
             RecordPart("First review by", words(document.firstReview)),
             RecordPart("Reference", document.reference.text, isNews: false)]
        case .version(let version):
            [RecordPart("Version", version.label, isNews: false), RecordPart("In force from", words(version.inForce)),
             RecordPart("What changed", version.change), RecordPart("Link", version.link?.text ?? ""),
             RecordPart("Next review by", words(version.nextReview))]
        case .file(let file): [RecordPart("Kind and size", file.words)]
        case .review(let review):
            [RecordPart("Day", "\(review.on)"), RecordPart("Outcome", review.outcome.words),
             RecordPart("Found", review.note ?? ""), RecordPart("Next review by", words(review.next))]
        case .withdrawal(let withdrawal):
            [RecordPart("From", "\(withdrawal.on)"), RecordPart("Reason", withdrawal.because),
             RecordPart("In its place", withdrawal.successor.flatMap { titles[$0] } ?? ""),
             RecordPart("Put back on", words(withdrawal.restoredOn))]
        }
    }

    private func words(_ day: Day?) -> String { day.map(\.description) ?? "" }
}
