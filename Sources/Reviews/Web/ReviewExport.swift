import Documents
import Kernel
import Storage

/// A review to take away: all that it judged, found short and recommended, as one table or as sheets of a workbook.
struct ReviewExport {
    let view: ReviewView
    let names: [Subject: Name]

    /// As what it is taken away.
    enum Format: String, CaseIterable, Sendable {
        case csv, xlsx

        /// - Throws: `no-such-format`
        init(named name: String) throws(Refusal) {
            guard let format = Format(rawValue: name) else {
                throw .missing("no-such-format", "A review is exported as csv or xlsx, not as “\(name.prefix(20))”.")
            }
            self = format
        }

        var type: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: Workbook.mediaType
            }
        }
    }

    /// `round-3-inspection 2026-03-31.csv`
    func name(as format: Format) -> String { "\(view.review.reference) \(view.day.iso).\(format.rawValue)" }

    func bytes(as format: Format) throws -> [UInt8] {
        switch format {
        case .csv: Array(CSV.write(header: ReviewExport.columns, rows: rows.map { row in row.map(text) }, mark: true).utf8)
        case .xlsx:
            try Workbook(
                title: view.review.title, made: .inBritain(view.day, hour: 0), tabs: [.init("Review", header: ReviewExport.columns, rows: rows)]
            ).bytes()
        }
    }

    static let columns = [
        "Kind", "Reference", "Question", "Words", "Judgment", "Judgment before", "Change", "Issued", "Plan wanted by", "Plan submitted", "Standing",
        "Wanted by", "Answered by",
    ]

    private var rows: [[Workbook.Value]] {
        view.judgments.map { one in
            row("Judgment", "", one.question.words, one.judgment.words, [
                .text(one.judgment.grade.words), .text(one.before?.grade.words ?? ""), .text(one.change.words), .blank, .blank, .blank, .blank, .blank, .blank,
            ])
        } + view.concerns.map { one in
            row(one.concern.kind.words, "\(one.concern.id)", one.concern.question.flatMap { view.review.questions?.question($0)?.words }, one.concern.words, [
                .blank, .blank, .blank, .day(one.concern.issuedOn), day(one.deadline?.day), day(one.submission?.on), .text(one.standing?.words ?? ""), .blank,
                .text(name(one.concern.answer)),
            ])
        } + view.recommendations.map { one in
            row("Recommendation", one.reference.text, nil, one.words, [
                .blank, .blank, .blank, .blank, .blank, .blank, .blank, day(one.due), .text(name(one.answer)),
            ])
        }
    }

    private func row(_ kind: String, _ reference: String, _ question: String?, _ words: String?, _ rest: [Workbook.Value]) -> [Workbook.Value] {
        [.text(kind), .text(reference), .text(question ?? ""), .text(words ?? "")] + rest
    }

    private func day(_ day: Day?) -> Workbook.Value { day.map { .day($0) } ?? .blank }
    private func name(_ subject: Subject?) -> String { subject.map { names[$0]?.words ?? $0.description } ?? "" }

    private func text(_ value: Workbook.Value) -> String {
        switch value {
        case .day(let day): day.iso
        case .text(let text): text
        case .number(let number): "\(number)"
        case .blank: ""
        }
    }
}
