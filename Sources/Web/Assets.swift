import HTTPTypes
import Hummingbird
import Kernel
public import Markup
import NIOCore
import Synchronization

/// The files a page needs, held in the program itself and served under the mark of their content for ever.
public struct Assets: Sendable {
    /// One file.
    public struct File: Sendable {
        public let name: String
        public let type: String
        let bytes: ByteBuffer
        /// Changes with every byte: FNV-1a over 64 bits. It tells versions apart and guards nothing.
        let mark: String

        public init(name: String, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = ByteBuffer(bytes: bytes)
            let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            mark = String(hash, radix: 36)
        }

        var link: Link { Link("assets", mark, name) }
    }

    private let files: [String: File]
    private let packed = Packed()
    public let links: PageAssets

    /// - Parameter others: what some pages need besides.
    public init(style: File, script: File, icon: File, others: [File] = []) {
        files = Dictionary(([style, script, icon] + others).map { ($0.name, $0) }) { first, _ in first }
        links = PageAssets(style: style.link, script: script.link, icon: icon.link)
    }

    /// Where a file is that some pages need besides.
    public func link(_ name: String) -> Link { files[name]?.link ?? Link("assets", "none", name) }

    /// The files of this target's own folder.
    public static let muster = Assets(
        style: File(name: "muster.css", type: "text/css; charset=utf-8", bytes: PackageResources.muster_css),
        script: File(name: "muster.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.muster_js),
        icon: File(name: "favicon.svg", type: "image/svg+xml", bytes: PackageResources.favicon_svg),
        others: [
            File(name: "register.css", type: "text/css; charset=utf-8", bytes: PackageResources.register_css),
            File(name: "register.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.register_js),
        ])

    /// A file by its name. Under an earlier version's mark, today's file is given, to be asked for again next time.
    func answer(_ request: Request, _ context: PublicContext) throws -> Response {
        guard let file = files[try context.part("name")] else { throw Refusal.notHere }
        let takesGzip = request.takesGzip
        let tag = "\"\(file.mark)\(takesGzip ? "-gzip" : "")\""
        let isCurrent = try context.part("hash") == file.mark
        var headers: HTTPFields = [
            .contentType: file.type, .eTag: tag, .vary: "Accept-Encoding",
            .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if request.headers[.ifNoneMatch]?.contains(tag) == true { return Response(status: .notModified, headers: headers) }
        guard takesGzip else { return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.bytes)) }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: packed.bytes(of: file)))
    }
}

/// The files as they are sent to whoever takes gzip, each packed when it is asked for first.
private final class Packed: Sendable {
    private let files = Mutex<[String: ByteBuffer]>([:])

    func bytes(of file: Assets.File) -> ByteBuffer {
        files.withLock { files in
            if let known = files[file.name] { return known }
            let packed = Gzip.packed(file.bytes)
            files[file.name] = packed
            return packed
        }
    }
}
