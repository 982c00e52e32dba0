import Documents
import Kernel
import Storage

/// What the register shows, to take away as a table.
struct DocumentExport {
    let views: [DocumentView]
    let day: Day
    /// What the documents answer.
    let names: [Subject: Name]

    static let columns = [
        "Reference", "Title", "Kind", "Purpose", "Owner", "Standing", "Reasons", "Version in force", "In force from", "What changed", "Link", "File",
        "Last reviewed", "Outcome of the review", "Next review", "Answers",
    ]

    /// `documents 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "documents \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Documents", tab: "Documents", header: DocumentExport.columns, rows: views.map(cells), on: day).bytes(as: format)
    }

    private func cells(_ view: DocumentView) -> [Workbook.Value] {
        let (document, version, review) = (view.facts.document, view.inForce, view.reviews.first)
        let answers = document.answers.map { names[$0]?.words ?? $0.description }.joined(separator: "; ")
        return [
            .text(document.reference.text), .text(document.title), .text(document.kind.words), .init(document.purpose), .init(view.facts.owner),
            .text(view.standing.words), .text(view.why), .init(version?.label), .init(version?.inForce), .init(version?.change),
            .init(version?.link?.text),
            .init(version?.file.flatMap { view.facts.files[$0] }?.name), .init(review?.on), .init(review?.outcome.words), .init(view.nextReview),
            answers.isEmpty ? .blank : .text(answers),
        ]
    }
}
