import Kernel
import Library
import People
import Plans
import Storage
import TestSupport

/// What random histories do with the documents register.
extension Deeds {
    private mutating func newDocument() throws -> NewDocument {
        let answers = chance(2) ? [] : try chance(6) ? [Subject(kind: "finding", number: 9999)] : [one(Finding.self).subject]
        return NewDocument(
            reference: RandomWords.reference(&dice), title: text(), kind: pick(ControlledDocument.Kind.self), purpose: note(),
            owner: chance(3) ? RandomWords.name(&dice) : nil, answers: answers, firstReview: someDay())
    }

    private mutating func newVersion() -> NewVersion {
        let from = someDay()
        return NewVersion(
            label: text(), inForce: from, change: text(), link: chance(3) ? WebAddress("https://www.northshire.example/\(Int.random(in: 1...9, using: &dice))") : nil,
            nextReview: chance(2) ? from?.adding(days: Int.random(in: -1...500, using: &dice)) : nil)
    }

    private mutating func newReview() -> NewDocumentReview {
        let on = day()
        return NewDocumentReview(
            on: on, outcome: pick(DocumentReview.Outcome.self), note: note(), next: chance(3) ? nil : on.adding(days: Int.random(in: 0...500, using: &dice)))
    }

    private func document(_ id: ID<ControlledDocument>) throws -> ControlledDocument {
        try work.session.all(ControlledDocument.self, "WHERE id = \(id)")[0]
    }

    static let libraryDeeds: [(name: String, deed: Deed)] = [
        ("registered a document", { try $0.library.register($0.newDocument(), $0.work) }),
        ("edited a document", {
            let document = try $0.one(ControlledDocument.self)
            try $0.library.edit(document, $0.newDocument(), version: $0.version(document.version), $0.work)
        }),
        ("added a version", { try $0.library.add($0.newVersion(), to: $0.one(ControlledDocument.self), $0.work) }),
        ("edited a version", {
            let version = try $0.one(DocumentVersion.self)
            try $0.library.edit(version, of: $0.document(version.document), $0.newVersion(), version: $0.version(version.version), $0.work)
        }),
        ("reviewed a document", { try $0.library.review($0.one(ControlledDocument.self), $0.newReview(), $0.work) }),
        ("withdrew a document", {
            let successor = $0.chance(3) ? try $0.one(ControlledDocument.self).reference.text : nil
            try $0.library.withdraw($0.one(ControlledDocument.self), NewDocumentWithdrawal(on: $0.day(), because: $0.text(), successor: successor), $0.work)
        }),
        ("put back a document", { try $0.library.restore($0.one(ControlledDocument.self), $0.work) }),
    ]
}
