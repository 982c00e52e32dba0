import HTTPTypes
public import Hummingbird
public import Kernel
import NIOCore

/// What a person sent by a form, proved to come from a page of ours. There is no other way to its fields.
///
///     let form = try await Form(request, context)
///     var fields = form.fields
public struct Form: Sendable {
    public let fields: Fields
    public let files: [UploadedFile]

    /// The most that the fields of a form may hold together: 1 MiB.
    public static let mostFields = 1 << 20
    /// The most that a form with a large file may take: 100 MiB.
    public static let largeFiles = 100 << 20

    private let filesLimit: Int

    /// Reads the body as it comes. What is larger than allowed is not kept: `file` says so, while the fields are there, unless
    /// it is so large that reading stops.
    ///
    /// - Parameters:
    ///   - filesUpTo: bytes that its files may hold together.
    ///   - fieldsUpTo: bytes that its fields may hold together.
    /// - Throws: `form-out-of-date`, `file-too-large`, `form-too-large`, `form-cut-short`, `form-not-readable`
    public init(_ request: Request, _ context: some PageContext, filesUpTo limit: Int = 1 << 20, fieldsUpTo mostFields: Int = mostFields) async throws {
        filesLimit = limit
        let kind = HeaderValue(request.headers[.contentType] ?? "")
        var values: [String: [String]] = [:]
        switch kind.value {
        case "multipart/form-data":
            guard let boundary = kind.parameters["boundary"], var parts = Multipart(boundary: boundary, filesUpTo: limit, fieldsUpTo: mostFields) else {
                throw Refusal.formNotReadable
            }
            try parts.expect(length: request.headers[.contentLength].flatMap { Int($0) })
            try await request.eachChunk { (chunk) throws(Refusal) in try parts.take(chunk.readableBytesView) }
            try parts.finish()
            for (name, value) in parts.fields { values[name, default: []].append(value) }
            files = parts.files
        case "application/x-www-form-urlencoded", "":
            let body = try await request.collect(upTo: mostFields, else: .formTooLarge)
            guard !kind.value.isEmpty || body.readableBytes == 0 else { throw Refusal.formNotReadable }
            let pairs = URLEncoded.pairs(body.readableBytesView, atMost: Multipart.mostParts + 1)
            guard pairs.count <= Multipart.mostParts else { throw Refusal.formTooLarge }
            for (name, value) in pairs { values[name, default: []].append(value) }
            files = []
        default:
            throw Refusal.formNotReadable
        }
        // A file would have to be chosen again, so nothing can be sent again in its person's place.
        if files.isEmpty { context.arrival.typed.keep(values) }
        if let visit = context.arrival.visit {
            let sent = HTTPField.Name("X-CSRF-Token").flatMap { request.headers[$0] } ?? values["csrf"]?.first ?? ""
            guard isSame(sent, visit.csrf) else { throw Refusal.formOutOfDate }
        }
        values["csrf"] = nil
        fields = Fields(values)
    }

    /// Whether a file was chosen under a name, be it one that is not kept.
    public func hasFile(_ name: String) -> Bool { files.contains { $0.field == name } }

    /// The file under a name; nil when none was chosen.
    ///
    /// - Throws: `file-too-large`, said beside its field
    public func file(_ name: String) throws(Refusal) -> UploadedFile? {
        guard let file = files.first(where: { $0.field == name }) else { return nil }
        guard !file.isTooLarge else { throw .fileTooLarge(limit: filesLimit).beside(name) }
        return file
    }
}

/// A file that came with a form.
public struct UploadedFile: Sendable {
    /// The name of the field it came under.
    public let field: String
    /// What the person calls it: the last part of its path, safe to show and to keep.
    public let name: String
    /// What the browser took it for. The bytes alone can tell.
    public let type: String
    public internal(set) var bytes: [UInt8]
    /// Its bytes were let go as they came, since they were more than the form takes.
    public internal(set) var isTooLarge = false
}

extension Refusal {
    static let formOutOfDate = Refusal.forbidden(
        "form-out-of-date",
        "This form was opened before you last signed in, so nothing was done. Go back, reload the page and send it again.")
    static let formNotReadable = Refusal(
        "form-not-readable", .unsupported, "What was sent is not a form that can be read here. Go back, reload the page and send it again.")
    static let formCutShort = Refusal.invalid(
        "form-cut-short", "The form did not arrive whole, so nothing was done. Send it again.")
    static let formTooLarge = Refusal(
        "form-too-large", .tooLarge, "The form holds more text than can be sent here, or too many fields. Send less at a time.")

    static func fileTooLarge(limit: Int) -> Refusal {
        let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB"
        return Refusal("file-too-large", .tooLarge, "The file is larger than \(size), the most that can be sent here. Send a smaller one.")
    }
}

/// Compares without telling by its time how much was right.
func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count, !a.isEmpty else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
