import Hummingbird
import NIOCore
import Synchronization

/// The files of the whole register as they were sent last, in bounds: sent again from memory until the register changes.
final class WholeFiles: Sendable {
    /// Bytes that all of them may take together.
    static let most = 96 << 20

    private struct State {
        var version: RegisterVersion?
        var files: [RegisterFile: [ByteBuffer]] = [:]
        var size = 0
    }

    private let state = Mutex(State())

    func pieces(of file: RegisterFile, _ version: RegisterVersion) -> [ByteBuffer]? {
        state.withLock { $0.version == version ? $0.files[file] : nil }
    }

    func keep(_ pieces: [ByteBuffer], of file: RegisterFile, _ version: RegisterVersion) {
        let size = pieces.reduce(0) { $0 + $1.readableBytes }
        state.withLock { state in
            if state.version != version { state = State(version: version) }
            guard state.files[file] == nil, state.size + size <= WholeFiles.most else { return }
            state.files[file] = pieces
            state.size += size
        }
    }

    /// Hands a file over as it is made, and keeps it once it has been made to its end and is not too large.
    func body(of file: RegisterFile, _ version: RegisterVersion, _ pieces: RegisterPieces) -> ResponseBody {
        if let kept = self.pieces(of: file, version) { return ResponseBody(contentsOf: kept) }
        return ResponseBody { [self] writer in
            var (gathered, size) = ([ByteBuffer](), 0)
            for piece in pieces {
                let buffer = ByteBuffer(bytes: piece)
                size += piece.count
                if size <= WholeFiles.most { gathered.append(buffer) } else { gathered = [] }
                try await writer.write(buffer)
            }
            if size <= WholeFiles.most { keep(gathered, of: file, version) }
            try await writer.finish(nil)
        }
    }
}
