import Kernel
import People
public import Storage

/// Looking at a document again, and taking it out of force.
extension Library {
    /// Records that somebody looked at it. Where nothing is to change, the day of the next review is set by that.
    ///
    /// - Throws: `not-allowed`, `document-withdrawn`, `reviewed-in-the-future`, `fields-need-attention`
    @discardableResult
    public func review(_ document: ControlledDocument, _ new: NewDocumentReview, _ work: Work) throws -> DocumentReview {
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        try LibraryPolicy.reviews(document, actingFor: parties).check(work.actor)
        try refuseWithdrawn(document, work)
        try new.check(today: work.today)
        return try work.add("reviewed the document", in: document.subject) { id in
            DocumentReview(id: id, document: document.id, on: new.on, outcome: new.outcome, note: new.note, next: new.next, by: work.actor.subject)
        }
    }

    /// - Throws: `not-allowed`, `document-withdrawn`, `fields-need-attention`
    @discardableResult
    public func withdraw(_ document: ControlledDocument, _ new: NewDocumentWithdrawal, _ work: Work) throws -> DocumentWithdrawal {
        try LibraryPolicy.keeps.check(work.actor)
        try refuseWithdrawn(document, work)
        let successor = try new.successor.map { try other(named: $0, than: document, work) }
        return try work.add(successor == nil ? "withdrew the document" : "superseded the document", in: document.subject) { id in
            DocumentWithdrawal(
                id: id, document: document.id, on: new.on, because: new.because, successor: successor?.id, by: work.actor.subject)
        }
    }

    /// Puts back from today what was withdrawn.
    ///
    /// - Throws: `not-allowed`, `document-not-withdrawn`
    @discardableResult
    public func restore(_ document: ControlledDocument, _ work: Work) throws -> DocumentWithdrawal {
        try LibraryPolicy.keeps.check(work.actor)
        guard var withdrawal = try work.session.openWithdrawal(of: document) else {
            throw Refusal.conflict("document-not-withdrawn", "\(document.title) is not withdrawn, so there is nothing to put back.")
        }
        withdrawal.restoredOn = work.today
        return try work.change("put back the document", withdrawal, in: document.subject)
    }

    /// By its reference or its title.
    private func other(named name: String, than document: ControlledDocument, _ work: Work) throws -> ControlledDocument {
        let found = try work.session.first(ControlledDocument.self, "WHERE reference_key = \(name.lowercased())")
            ?? work.session.first(ControlledDocument.self, "WHERE title = \(name) AND id <> \(document.id) ORDER BY id DESC")
        guard let found else {
            throw Refusal.fields([.init("successor", "“\(name)” is no document of the register. Choose one from the list, or register it first.")])
        }
        guard found.id != document.id else { throw Refusal.fields([.init("successor", "A document can’t take its own place.")]) }
        if let gone = try work.session.openWithdrawal(of: found) {
            throw Refusal.fields([.init("successor", "“\(found.title)” was itself withdrawn on \(gone.on). Choose the document that is in force.")])
        }
        return found
    }
}
