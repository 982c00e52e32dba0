public import Kernel
public import Markup
public import Storage

extension Form {
    /// The file under a name, checked at the door; nil when none was chosen. What is refused is said beside its field, so that
    /// the form comes back with everything else that was written.
    ///
    ///     let file = try await form.checked("file", by: intake)
    public func checked(_ name: String, by intake: Intake) async throws(Refusal) -> CheckedFile? {
        guard let file = files.first(where: { $0.field == name }) else { return nil }
        do throws(Refusal) {
            if file.isTooLarge { throw intake.tooLarge(FileName(file.name)) }
            return try await intake.check(file.bytes, named: file.name)
        } catch {
            // A scanner that does not answer would otherwise be a page that keeps nothing of the form.
            throw (error.kind == .unavailable ? Refusal(error.code, .invalid, error.sentence) : error).beside(name)
        }
    }
}

extension Refusal {
    /// The same, said beside the field that it speaks of.
    public func beside(_ field: String) -> Refusal { Refusal(code, kind, sentence, fields: [.init(field, sentence)]) }
}

extension Filled {
    /// A file that is kept once it has passed the door: which kinds, and how large it may be, stand beside the field.
    ///
    /// - Parameter hint: what is said before that.
    public func file(_ name: String, _ label: String, by intake: Intake, hint: String? = nil) -> HTML {
        fileField(
            name, label, accept: FileKind.accepted + ",image/*", most: intake.most,
            hint: "\(hint.map { "\($0) " })\(FileKind.allInWords).", error: error(name), required: false)
    }
}
