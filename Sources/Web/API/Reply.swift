import Foundation
import HTTPTypes
import Hummingbird
import Kernel
public import Markup
import NIOCore

/// What an operation answers when it has done what was asked, made inside the transaction that did it.
public struct Reply: Sendable {
    var status: Int
    var bytes: [UInt8]
    var tag: EntityTag?
    var location: String?
    var next: String?
    /// What the bytes are saved as, where they are a file.
    var file: File?
    /// A file that was attached, which is sent piece by piece.
    var sent: FileAnswer?
    /// What else the headers tell.
    var told: [(name: String, value: String)] = []

    struct File: Sendable {
        let name: String
        let type: String
    }

    /// A thing as it is shown.
    ///
    /// - Parameter version: of its record, so that a change can say which it saw.
    public static func showing(_ payload: some Encodable, version: Int? = nil) throws -> Reply {
        let bytes = try [UInt8](JSON.encoder.encode(payload))
        return Reply(status: 200, bytes: bytes, tag: EntityTag(version: version, of: bytes))
    }

    /// A thing that is there from now on.
    ///
    /// - Parameter link: its address below `/api/v1`.
    public static func added(_ payload: some Encodable, at link: Link? = nil, version: Int? = nil) throws -> Reply {
        try showing(payload, version: version).added(at: link)
    }

    /// What is shown, as a thing that is there from now on.
    public func added(at link: Link? = nil) -> Reply {
        var reply = self
        reply.status = 201
        reply.location = link.map { APIFace.members.root + $0.text }
        return reply
    }

    /// A file to keep, under a name that may hold any letters.
    public static func handing(_ bytes: [UInt8], named name: String, type: String) -> Reply {
        Reply(status: 200, bytes: bytes, tag: EntityTag(version: nil, of: bytes), file: File(name: name, type: type))
    }

    /// The same, with more told in its headers.
    public func telling(_ told: [(name: String, value: String)]) -> Reply {
        var reply = self
        reply.told += told
        return reply
    }

    /// It was done, and there is nothing to show.
    public static let done = Reply(status: 204, bytes: [])

    func response(to request: Request) -> Response {
        if let sent { return sent.response(to: request) }
        var headers: HTTPFields = [.cacheControl: "no-store"]
        if let tag {
            headers[.eTag] = tag.written
            // The copy may be kept, but is asked about each time, since another token may see less.
            headers[.cacheControl] = "private, no-cache"
            headers[.vary] = "Authorization"
        }
        headers[.location] = location
        if let next, let link = HTTPField.Name("Link") { headers[link] = "<\(next)>; rel=\"next\"" }
        for (name, value) in told { if let name = HTTPField.Name(name) { headers[name] = value } }
        if status == 200, request.method == .get || request.method == .head, tag?.isKnown(to: request) ?? false {
            return Response(status: .notModified, headers: headers)
        }
        guard !bytes.isEmpty else { return Response(status: HTTPResponse.Status(code: status), headers: headers) }
        headers[.contentType] = file?.type ?? "application/json"
        headers[.contentDisposition] = file.map { FileName($0.name).disposition }
        return Response(
            status: HTTPResponse.Status(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
