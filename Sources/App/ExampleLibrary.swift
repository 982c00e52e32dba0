import Foundation
import Kernel
import Library
import People
import Plans
import Storage

/// The documents register of the fictional service, told day by day by the verbs. The boards' decisions about it are told with the
/// boards.
enum ExampleLibrary {
    private struct Event: Decodable, Sendable {
        enum Deed: String, Decodable { case register, version, amend, review, withdraw }
        let on: Day
        let document: String
        let deed: Deed
        let title: String?
        let kind: ControlledDocument.Kind?
        let owner: String?
        let purpose: String?
        /// References of findings of the peer review's plan.
        let answers: [String]?
        let firstReview: Day?
        let label: String?
        let inForce: Day?
        let change: String?
        let link: String?
        /// A file with its text.
        let file: String?
        let text: String?
        let nextReview: Day?
        /// Whoever reviewed it, where that was its owner and not the manager.
        let by: String?
        let outcome: DocumentReview.Outcome?
        let note: String?
        let next: Day?
        let because: String?
        let successor: String?
    }

    /// What happened, each as the verbs tell it on its day.
    static func deeds(by manager: Actor) throws -> [ExampleDeed] {
        try ExampleDeed.read([Event].self, "documents.json").map { event in
            ExampleDeed(.inBritain(event.on, hour: 11, minute: event.on.number * 13 % 60)) { desk in
                let file = try await sent(event)
                let actor = try await desk.read { session in try speaker(event, session) } ?? manager
                try await desk.write(by: actor) { work in try tell(event, file, Library(naming: naming), work) }
            }
        }
    }

    private static func speaker(_ event: Event, _ session: Session) throws -> Actor? {
        try event.by.flatMap { try Parties(session).named($0) }.map { Actor(person: $0.id.number, name: $0.name, roles: [.owner]) }
    }

    private static func sent(_ event: Event) async throws -> CheckedFile? {
        guard let name = event.file, let text = event.text else { return nil }
        return try await Intake().check(Array(text.utf8), named: name)
    }

    private static func tell(_ event: Event, _ file: CheckedFile?, _ library: Library, _ work: Work) throws {
        if event.deed == .register {
            let plan = try work.session.plan("peer-review-response")
            let owner = try event.owner.map { try People().findOrAdd(name: $0, work).name }
            try library.register(NewDocument(
                reference: Reference(event.document), title: event.title ?? "", kind: event.kind ?? .other, purpose: event.purpose, owner: owner,
                answers: try (event.answers ?? []).map { try work.session.finding($0, in: plan).subject }, firstReview: event.firstReview), work)
            return
        }
        let document = try work.session.document(event.document)
        switch event.deed {
        case .register: break
        case .version:
            try library.add(NewVersion(
                label: event.label ?? "", inForce: event.inForce, change: event.change ?? "", link: event.link.flatMap { WebAddress($0) },
                nextReview: event.nextReview), file: file, to: document, work)
        case .amend:
            let version = try work.session.version(labelled: event.label ?? "", of: document)
            try library.edit(version, of: document, NewVersion(
                label: version.label, inForce: event.inForce, change: version.change, link: version.link, nextReview: event.nextReview), work)
        case .review:
            try library.review(document, NewDocumentReview(on: event.on, outcome: event.outcome ?? .noChange, note: event.note, next: event.next), work)
        case .withdraw:
            try library.withdraw(document, NewDocumentWithdrawal(on: event.on, because: event.because ?? "", successor: event.successor), work)
        }
    }
}
