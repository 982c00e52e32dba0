public import Kernel
public import Storage

extension Form {
    /// The file under a name, checked at the door; nil when none was chosen. What is refused is said beside its field, so that
    /// the form comes back with everything else that was written.
    ///
    ///     let file = try await form.checked("file", by: intake)
    public func checked(_ name: String, by intake: Intake) async throws(Refusal) -> CheckedFile? {
        guard let file = file(name) else { return nil }
        do { return try await intake.check(file.bytes, named: file.name) } catch {
            // A scanner that does not answer would otherwise be a page that keeps nothing of the form.
            let kind: Refusal.Kind = error.kind == .unavailable ? .invalid : error.kind
            throw Refusal(error.code, kind, error.sentence, fields: [.init(name, error.sentence)])
        }
    }
}
