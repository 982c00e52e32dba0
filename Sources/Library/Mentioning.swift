import Kernel
public import Storage

extension Library {
    /// Documents and their versions as other slices speak of them: a board approves a version.
    public static let naming = [
        NamedKind(ControlledDocument.self, "Documents") { Name($0.title, at: ["documents", $0.reference.text]) },
        NamedKind(DocumentVersion.self, "Versions of documents", all: { versions, session in
            let documents = try session.byNumber(ControlledDocument.self, Set(versions.map(\.document)))
            return versions.map { version in
                let document = documents[version.document]
                return Name("\(document?.title ?? "A document"), version \(version.label)", at: ["documents", document?.reference.text ?? ""])
            }
        }),
    ]

    /// Documents that answer things of other slices.
    public static let mentions = [
        MentionSource("Documents", .libraryRead) { subjects, day, session in
            try session.documents(answeringAnyOf: subjects, on: day).map { view in
                let document = view.facts.document
                return Mention(
                    day: view.inForce?.inForce ?? view.withdrawal?.on ?? document.since, by: document.kind.words,
                    words: document.title + (view.inForce.map { ", version \($0.label)" } ?? ""), more: "\(view.why.capitalisedFirst).",
                    outcome: view.standing.words, sense: view.standing.sense, about: subjects.filter(document.answers.contains),
                    address: ["documents", document.reference.text])
            }.stablySorted { -$0.day.number }
        },
    ]
}

extension DocumentStanding {
    var sense: Mention.Sense {
        switch self {
        case .current: .agreed
        case .reviewDue: .partly
        case .reviewOverdue: .refused
        case .noVersion, .superseded, .withdrawn: .idle
        }
    }
}

extension DocumentView {
    /// The document and its versions, of which others may speak.
    var subjects: [Subject] { [facts.document.subject] + versions.map(\.subject) }

    /// What others say, each of the versions it is about, or of the document where it names none: who speaks of a version speaks of
    /// the document as well, and need not say so.
    func told(_ groups: [MentionGroup]) -> [MentionGroup] {
        let versions = Set(versions.map(\.subject))
        return groups.map { group in
            MentionGroup(group.title, group.mentions.map { mention in
                let own = mention.about.filter(versions.contains)
                return own.isEmpty ? mention : mention.about(own)
            })
        }
    }
}
