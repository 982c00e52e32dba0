import HummingbirdCore
import Logging
import NIOCore

/// Runs the tasks of a connection on the event loop that the connection lives on, so that a request that is answered from
/// memory is read, answered and written by one thread.
///
/// Whatever takes long or waits has a thread of its own elsewhere: the database, passwords, documents.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// A kind of connection whose requests are answered on its own event loop.
struct OnItsLoop<Connection: ServerChildChannel>: ServerChildChannel {
    let connection: Connection

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Connection.Value> {
        connection.setup(channel: channel, logger: logger)
    }

    func handle(value: Connection.Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
            await connection.handle(value: value, logger: logger)
        }
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1, each connection on its own event loop.
    static func onItsLoop(_ configuration: HTTP1Channel.Configuration) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            OnItsLoop(connection: HTTP1Channel(responder: responder, configuration: configuration))
        }
    }
}
