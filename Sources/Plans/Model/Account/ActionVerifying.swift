import Kernel

/// What was verified, closed and taken back.
extension ActionHappenings {
    mutating func tellVerification() {
        guard left.contains(.verification) else { return }
        if let verified = now.closing.acceptance {
            let again = before.closing.acceptance == nil ? "verified" : "verified again"
            return tell(.verified, "\(again) on \(verified.on) by \(plans.now.facts.name(ofWho: verified.by)), who looked at: \(verified.lookedAt.inOneLine(atMost: 300))",
                        [verified.named], [.verification])
        }
        let was = before.closing.acceptance
        let gone = was.flatMap { old in plans.now.facts.closing.acceptances.first { $0.id == old.id } }
        let words = gone?.takenBackOn.map { "its verification was taken back on \($0): \(gone?.takenBackBecause?.inOneLine(atMost: 300) ?? "no reason is recorded")" }
            ?? "its verification\(was.map { " of \($0.on)" } ?? "") holds no more"
        tell(.unverified, words, [was?.named].compactMap(\.self), [.verification])
    }

    mutating func tellClosing() {
        tellNotImplemented()
        guard left.contains(.closing) else { return }
        let settled = waitsLeft.union([.closing, .standing])
        guard let item = now.closing.item else {
            return tell(.reopened, "open again, since its plan is", [before.closing.item?.named].compactMap(\.self), settled)
        }
        let on = now.closing.closedOn.map { " on \($0)" } ?? ""
        let because = item.because.inOneLine(atMost: 300)
        switch item.kind {
        case .carriedForward: tell(.carried, "carried forward to another plan\(on)\(item.due.map { ", due there on \($0)" } ?? ""): \(because)", [item.named], settled)
        case .notImplemented: tell(.notImplemented, "closed, not implemented, with its plan\(on): \(because)", [item.named], settled)
        case .onItsWord: tell(.settled, "closed on its owner’s word with its plan\(on): \(because)", [item.named], settled)
        }
    }

    private mutating func tellNotImplemented() {
        guard left.contains(.notImplemented) else { return }
        let settled = waitsLeft.union([.notImplemented, .standing])
        if let closed = now.closing.notImplemented {
            let with = closed.finding == nil ? "" : " with its finding"
            return tell(.notImplemented, "closed, not implemented, on \(closed.on)\(with): \(closed.because.inOneLine(atMost: 300))", [closed.named], settled)
        }
        let was = before.closing.notImplemented
        let gone = was.flatMap { old in plans.now.facts.closing.notImplemented.first { $0.id == old.id } }
        let why = gone?.reopenedBecause.map { ": \($0.inOneLine(atMost: 300))" } ?? ""
        tell(.reopened, "wanted after all\(gone?.reopenedOn.map { ", since \($0)" } ?? "")\(why); it had been closed, not implemented\(was.map { ", on \($0.on)" } ?? "")",
             [was?.named].compactMap(\.self), settled)
    }
}
