import Kernel
public import Storage

/// A line of the journal as JSON tells it.
public struct EntryPayload: Encodable {
    let sequence: Int64
    let at: Moment
    let who: String
    let name: String
    let verb: String
    let subject: String
    let scope: String
    let reason: String?
    let state: JSONNode?

    /// - Parameter name: of who did it.
    public init(_ entry: Entry, name: String) {
        (sequence, at, who, self.name, verb) = (entry.sequence, entry.moment, entry.who, name, entry.verb)
        (subject, scope, reason) = (entry.subject.description, entry.scope.description, entry.reason)
        state = entry.state.flatMap { try? JSONReader.read(Array($0.utf8)) }
    }

    public static let schema = Schema.object("Entry", [
        "sequence": .number, "at": .moment,
        "who": .text.meaning("person/3, operator or muster."), "name": .text.meaning("The name of who did it."),
        "verb": .text, "subject": .text.meaning("The record that was changed: action/17."),
        "scope": .text.meaning("What the record belongs to: plan/2."), "reason": .text.optional,
        "state": .map(.anything).optional.meaning("The record after the change; left out where it was lawfully removed."),
    ])
}
