import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Sends an answer's head with the first of its body instead of by itself: one call of the system and one packet fewer.
final class HeadWithBody: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var endsWithHead = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .head(let head) = unwrapOutboundIn(data) { endsWithHead = head.status.kind != .informational } else { endsWithHead = false }
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        // What follows a head is never long in coming: a body, or the end of an answer that has none.
        if !endsWithHead { context.flush() }
    }
}
