public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore

extension Site {
    /// The site behind a server of HTTP/1.1, not yet running; add what must run beside it, then run it.
    ///
    /// A minute without a word ends a connection; the head of a request may be 32 KiB with 100 fields.
    /// - Parameter isListening: told the port, once connections are taken.
    public func application(
        on address: BindAddress, logger: Logger, isListening: @escaping @Sendable (Int?) async -> Void = { _ in }
    ) -> Application<Site> {
        Application(
            responder: self,
            server: .onItsLoop(.init(
                additionalChannelHandlers: [HeadWithBody()],
                idleTimeout: .seconds(60),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(address: address),
            onServerRunning: { await isListening($0.localAddress?.port) },
            logger: logger)
    }
}
