import Kernel
import Web

/// A piece of evidence on a day.
struct EvidencePayload: Encodable {
    enum Source: String, Encodable, CaseIterable { case file, link, record }

    struct File: Encodable {
        let name: String
        let type: String
        let size: Int
        let sha256: String
        let isScanned: Bool
    }

    static let schema = Schema.object("Evidence", [
        "number": .number, "version": .number, "action": .reference.optional, "finding": .reference.optional,
        "shows": .text, "source": .choice(Source.self),
        "file": Schema.object("EvidenceFile", [
            "name": .text, "type": .text, "size": .count, "sha256": .hash,
            "isScanned": Schema.flag.meaning("Whether a virus scanner looked at it before it was kept."),
        ]).optional,
        "link": .link.optional, "record": Schema.text.optional.meaning("A record of this service: plan/1."),
        "on": Schema.day.meaning("The day it was put there."), "by": .text,
        "through": Schema.day.optional.meaning("The last day on which it holds."),
        "lookedOn": Schema.day.optional.meaning("The last day on which somebody found that it still shows it."), "lookedBy": .text.optional,
        "stated": Schema.figure.optional.meaning("What the record said in a number when it was put there or last looked at."),
        "now": Schema.figure.optional.meaning("What that comes to on the day; left out where it is not known."),
        "stale": Schema.text.optional.meaning("That the number has moved, in words; left out where it has not."),
        "holds": Schema.flag.meaning("Whether it shows on the day what it is there for."),
        "takenBackOn": .day.optional, "takenBackBecause": .text.optional,
    ])

    let number: Int64
    let version: Int
    let action: String?
    let finding: String?
    let shows: String
    let source: Source
    let file: File?
    let link: String?
    let record: String?
    let on: Day
    let by: String
    let through: Day?
    let lookedOn: Day?
    let lookedBy: String?
    let stated: StatedFigure?
    let now: StatedFigure?
    let stale: String?
    let holds: Bool
    let takenBackOn: Day?
    let takenBackBecause: String?

    init(_ view: EvidenceView, in facts: PlanFacts) {
        let piece = view.evidence
        let shown = facts.reference(shownBy: piece)
        (number, version, action, finding) = (piece.id.number, piece.version, shown.action?.text, shown.finding?.text)
        (shows, on, by, through, holds) = (piece.shows, piece.on, piece.by, view.through, view.holds)
        source = piece.link != nil ? .link : piece.record != nil ? .record : .file
        file = view.file.map { File(name: $0.name, type: $0.kind.mediaType, size: $0.size, sha256: $0.sha256, isScanned: $0.isScanned) }
        (link, record) = (piece.link, piece.record?.description)
        (lookedOn, lookedBy) = (view.lastLook?.on, view.lastLook?.by)
        (stated, now, stale) = (view.stated, view.stated == nil ? nil : view.current, view.stale)
        takenBackOn = view.isWithdrawn ? piece.withdrawnOn : nil
        takenBackBecause = view.isWithdrawn ? piece.withdrawnBecause : nil
    }
}

extension NewEvidence {
    static let schema = Schema.input("NewEvidence", [
        "shows": .words(atMost: 2000), "link": Schema.text(atMost: 2000).maybe.meaning("Begins with https:// or http://."),
        "record": Schema.text(atMost: 100).maybe.meaning("A record of this service: plan/1. Give either this or a link; a file is sent by itself."),
        "period": Schema.text(atMost: 40).maybe.meaning("Of a record that has a figure for each period: 2026-03, 2025-26-q4 or 2025-26; the latest that is known when left out."),
        "through": Schema.day.maybe.meaning("The last day on which it holds."),
    ])
}

extension Schema {
    /// What a record says in a number.
    static let figure = Schema.object("StatedFigure", [
        "period": .text.optional, "of": Schema.text.optional.meaning("The period in words."), "value": Schema.text.optional.meaning("An exact decimal number, as text; left out where it is not known."),
        "written": .text, "target": .text.optional, "standing": .text.optional, "isProvisional": .flag,
    ])
}

extension PlanInputs {
    static let look = Schema.input("EvidenceLook", ["through": Schema.day.maybe.meaning("The last day on which it holds from now on.")])
    static let takingBack = Schema.input("EvidenceTakenBack", ["because": .words(atMost: 2000)])
}
