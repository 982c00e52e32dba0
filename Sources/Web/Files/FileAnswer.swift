import HTTPTypes
public import Hummingbird
public import Kernel
import NIOCore
public import Storage

/// A file on its way out, piece by piece. It can only be saved: no browser shows it, runs it or guesses what it is.
struct FileAnswer: Sendable {
    let file: Attachment
    let store: Store

    var tag: String { "\"\(file.sha256)\"" }

    func response(to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: file.kind.mediaType,
            .contentDisposition: FileName(file.name).disposition,
            .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
            .eTag: tag,
            // It may be kept, but is asked about each time: who may see it is decided at each download.
            .cacheControl: "private, no-cache",
            .vary: "Cookie, Authorization",
        ]
        if let known = request.headers[.ifNoneMatch], known == "*" || known.contains(tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentLength] = String(file.size)
        let (file, store) = (file, store)
        return Response(status: .ok, headers: headers, body: ResponseBody(contentLength: file.size) { writer in
            for place in 0..<file.pieceCount {
                try await writer.write(ByteBuffer(bytes: try await store.read { session in try session.piece(place, of: file) }))
            }
            try await writer.finish(nil)
        })
    }
}

extension PageContext {
    /// A file that was attached, for whoever the caller found may have it.
    ///
    ///     members.get("plans/:plan/evidence/:evidence/file") { request, context in … context.file(attachment, from: desk, to: request) }
    public func file(_ file: Attachment, from desk: Desk, to request: Request) -> Response {
        FileAnswer(file: file, store: desk.store).response(to: request)
    }
}

extension Reply {
    /// A file that was attached, for whoever the caller found may have it.
    public static func handing(_ file: Attachment, from desk: Desk) -> Reply {
        var reply = Reply(status: 200, bytes: [])
        reply.sent = FileAnswer(file: file, store: desk.store)
        return reply
    }
}
