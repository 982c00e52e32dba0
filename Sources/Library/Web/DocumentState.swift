import Kernel
import People
import Storage

/// A record of a document as an entry of the journal holds it.
enum DocumentState: RecordState {
    case document(ControlledDocument), version(DocumentVersion), review(DocumentReview), withdrawal(DocumentWithdrawal), file(Attachment)

    init?(_ entry: Entry) {
        let found: DocumentState? = switch entry.subject.kind {
        case ControlledDocument.table.name: entry.record().map(DocumentState.document)
        case DocumentVersion.table.name: entry.record().map(DocumentState.version)
        case DocumentReview.table.name: entry.record().map(DocumentState.review)
        case DocumentWithdrawal.table.name: entry.record().map(DocumentState.withdrawal)
        case Attachment.table.name: entry.record().map(DocumentState.file)
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
