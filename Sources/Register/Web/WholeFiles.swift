import Hummingbird
import NIOCore
import Synchronization
import Web

/// The files of the whole register as they were sent last, as they are and packed, in bounds: sent again from memory until the register changes.
final class WholeFiles: Sendable {
    /// Bytes that all of them may take together.
    static let most = 96 << 20

    private struct Name: Hashable {
        let file: RegisterFile
        let isPacked: Bool
    }

    private struct State {
        var version: RegisterVersion?
        var files: [Name: [ByteBuffer]] = [:]
        var size = 0
    }

    private let state = Mutex(State())

    private func pieces(of name: Name, _ version: RegisterVersion) -> [ByteBuffer]? {
        state.withLock { $0.version == version ? $0.files[name] : nil }
    }

    private func keep(_ pieces: [ByteBuffer], of name: Name, _ version: RegisterVersion) {
        let size = pieces.reduce(0) { $0 + $1.readableBytes }
        state.withLock { state in
            if state.version != version { state = State(version: version) }
            guard state.files[name] == nil, state.size + size <= WholeFiles.most else { return }
            state.files[name] = pieces
            state.size += size
        }
    }

    /// Hands a file over as it is made, and keeps it once it has been made to its end and is not too large.
    func body(of file: RegisterFile, _ version: RegisterVersion, _ pieces: RegisterPieces, isPacked: Bool) -> ResponseBody {
        let name = Name(file: file, isPacked: isPacked)
        if let kept = self.pieces(of: name, version) { return ResponseBody(contentsOf: kept) }
        return ResponseBody { [self] writer in
            var (gathered, size) = ([ByteBuffer](), 0)
            func gather(_ buffer: ByteBuffer) {
                size += buffer.readableBytes
                if size <= WholeFiles.most { gathered.append(buffer) } else { gathered = [] }
            }
            let gzip = isPacked ? Gzip() : nil
            for piece in pieces {
                let plain = ByteBuffer(bytes: piece)
                let buffer = gzip?.packing(plain) ?? plain
                guard buffer.readableBytes > 0 else { continue }
                gather(buffer)
                try await writer.write(buffer)
            }
            if let last = gzip?.packing(ByteBuffer(), isLast: true) {
                gather(last)
                try await writer.write(last)
            }
            if size <= WholeFiles.most { keep(gathered, of: name, version) }
            try await writer.finish(nil)
        }
    }
}
