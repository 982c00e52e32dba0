public import ArgumentParser
public import Storage

extension CompletionKind {
    /// Completions out of what is kept; none where the data can't be read.
    ///
    /// - Parameter read: is given the words of the line so far.
    public static func kept(_ read: @escaping @Sendable (Session, [String]) throws -> [String]) -> CompletionKind {
        .custom { words, _, _ in
            guard let desk = try? await Operating.open?(making: false) else { return [] }
            return (try? await desk.read { session in try read(session, words) }) ?? []
        }
    }

    /// The names of persons, posts and teams that are still here.
    public static let parties = CompletionKind.kept { session, _ in
        try Parties(session).namesHere()
    }

    /// What a choice is written as.
    public static func codes<Code: CaseIterable & RawRepresentable>(_ type: Code.Type) -> CompletionKind where Code.RawValue == String {
        .list(Code.allCases.map(\.rawValue))
    }

    /// The e-mails of accounts.
    public static let accounts = CompletionKind.kept { session, _ in try Accounts(session).all().map(\.account.email) }
}
