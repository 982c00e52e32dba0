public import Hummingbird
import Kernel
import Markup
import NIOCore

/// A page's main part as bytes, made once for all who may see just this, and put into each visitor's own frame.
///
/// It is nobody's: name, list at the side and what was just said belong to the frame, and where a form carries the
/// token of a visit there is a gap, which is filled for each visitor with their own.
public struct KeptPage: Sendable {
    /// What a page that is to be kept is rendered with where a visit's token would stand.
    ///
    /// Random, and made when the program starts, so that no text of anybody's can hold it. It begins with a letter that
    /// few pages have, so that it is quickly found.
    public static let gap: String = {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        var generator = SystemRandomNumberGenerator()
        return "~" + String((0..<43).compactMap { _ in letters.randomElement(using: &generator) })
    }()

    /// All but the body.
    let page: Page
    /// The body's bytes between the gaps.
    let pieces: [ByteBuffer]

    /// - Parameter page: rendered with `gap` for a token.
    public init(_ page: Page) {
        self.page = Page(
            title: page.title, crumbs: page.crumbs, section: page.section, hasDay: page.hasDay, isBare: page.isBare,
            scope: page.scope, body: .empty)
        pieces = KeptPage.pieces(of: page.body.bytes)
    }

    /// How much memory it takes, in bytes.
    public var size: Int { pieces.map(\.readableBytes).reduce(500, +) }

    private static func pieces(of bytes: [UInt8]) -> [ByteBuffer] {
        let gap = Array(gap.utf8)
        var pieces: [ByteBuffer] = []
        var (start, from) = (0, 0)
        while let found = bytes[from...].firstIndex(of: gap[0]) {
            from = found + 1
            guard bytes[found...].starts(with: gap) else { continue }
            pieces.append(ByteBuffer(bytes: bytes[start..<found]))
            start = found + gap.count
            from = start
        }
        return pieces + [ByteBuffer(bytes: bytes[start...])]
    }
}

extension PageContext {
    /// A kept page in this visitor's frame, with their own token in its forms. Its bytes are sent as they are kept, and
    /// never copied.
    public func page(_ kept: KeptPage) -> Response {
        let frame = frame(of: kept.page)
        let token = ByteBuffer(string: csrf)
        var parts = [ByteBuffer(bytes: frame.before.bytes)]
        for (index, piece) in kept.pieces.enumerated() {
            if index > 0 { parts.append(token) }
            parts.append(piece)
        }
        parts.append(ByteBuffer(bytes: frame.after.bytes))
        return page(ResponseBody(contentsOf: parts))
    }
}
