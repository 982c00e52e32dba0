import Foundation
import Kernel
import Markup
import People
import Storage

/// What happened to a document and all that belongs to it, in words, as the journal tells it: the newest 500 entries.
struct DocumentHistory {
    static let most = 500

    /// Newest first.
    let told: [HistoryEntry]

    init(of document: ControlledDocument, _ naming: Naming, _ session: Session) throws {
        let entries = try Journal(session).entries(within: document.subject, limit: DocumentHistory.most, newestFirst: true)
        let parties = Parties(session)
        let whos = try Dictionary(uniqueKeysWithValues: Set(entries.map(\.who)).map { ($0, try parties.name(ofWho: $0)) })
        let states = entries.map { DocumentState($0) }
        let words = DocumentWords(
            parties: try parties.names(), spoken: try naming.names(of: states.flatMap { $0?.subjects ?? [] }, session),
            titles: Dictionary(uniqueKeysWithValues: try session.all(ControlledDocument.self, "ORDER BY id").map { ($0.id, $0.title) }))
        // Told from the first to the last, as each is compared with the state before it.
        var before: [Subject: DocumentState] = [:]
        told = zip(entries, states).reversed().map { entry, state in
            defer { before[entry.subject] = state }
            let who = whos[entry.who] ?? entry.who
            // What a record keeps a reason for may have been given the same on the command line.
            let reason: HTML? = entry.reason == state?.reason ? nil : entry.reason.map { "<p>Because: \($0)</p>" }
            let detail = state.flatMap { words.detail($0, since: before[entry.subject]) }
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\(who.capitalisedFirst) \(words.deed(entry.verb, state)).",
                detail: detail == nil && reason == nil ? nil : "\(detail)\(reason)")
        }.reversed()
    }
}

/// A record of a document as an entry of the journal holds it.
enum DocumentState {
    case document(ControlledDocument), version(DocumentVersion), review(DocumentReview), withdrawal(DocumentWithdrawal), file(Attachment)

    init?(_ entry: Entry) {
        guard let state = entry.state.map({ Data($0.utf8) }) else { return nil }
        func read<R: Record>(_ make: (R) -> DocumentState) -> DocumentState? {
            (try? JSONDecoder().decode(R.self, from: state)).map(make)
        }
        let found: DocumentState? = switch entry.subject.kind {
        case ControlledDocument.table.name: read(DocumentState.document)
        case DocumentVersion.table.name: read(DocumentState.version)
        case DocumentReview.table.name: read(DocumentState.review)
        case DocumentWithdrawal.table.name: read(DocumentState.withdrawal)
        case Attachment.table.name: read(DocumentState.file)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    /// Why it was done, where the record itself says so.
    var reason: String? {
        if case .withdrawal(let withdrawal) = self { withdrawal.because } else { nil }
    }

    /// What of other slices it speaks of.
    var subjects: [Subject] {
        if case .document(let document) = self { document.answers } else { [] }
    }
}
