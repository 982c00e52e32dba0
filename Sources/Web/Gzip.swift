import CZlib
import HTTPTypes
public import Hummingbird
import Kernel
public import NIOCore

/// Bytes made smaller as they come (RFC 1952), by zlib: for whoever says that they take it.
///
/// What is the same for everybody is packed; what holds anybody's secret never is, since its length would tell of it.
public final class Gzip {
    /// zlib looks whether its state is where it was.
    private let stream: UnsafeMutablePointer<z_stream>

    public init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 more to have a header of gzip around it.
        _ = deflateInit2_(stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// What there is to send after more bytes: none while zlib still waits for others.
    ///
    /// - Parameter isLast: whether these are the last.
    public func packing(_ bytes: ByteBuffer, isLast: Bool = false) -> ByteBuffer {
        var packed = ByteBuffer()
        bytes.withUnsafeReadableBytes { raw in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: raw.bindMemory(to: UInt8.self).baseAddress)
            stream.pointee.avail_in = UInt32(raw.count)
            var result = Z_OK
            repeat {
                packed.writeWithUnsafeMutableBytes(minimumWritableBytes: 16_384) { room in
                    stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    result = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    return room.count - Int(stream.pointee.avail_out)
                }
            } while result == Z_OK && (stream.pointee.avail_out == 0 || isLast)
        }
        return packed
    }

    /// Of bytes that are all there.
    public static func packed(_ bytes: ByteBuffer) -> ByteBuffer {
        // The room that was made while it grew is given back: what is kept is kept long.
        ByteBuffer(bytes: Gzip().packing(bytes, isLast: true).readableBytesView)
    }
}

extension Request {
    /// Whether whoever asks takes gzip (RFC 9110, section 12.5.3). Without a word they take bytes as they are.
    public var takesGzip: Bool {
        guard let header = headers[.acceptEncoding] else { return false }
        return header.split(separator: ",").contains { part in
            guard part.contains(";") else { return ["gzip", "x-gzip"].contains(part.trimmed.lowercased()) }
            let value = HeaderValue(String(part))
            return ["gzip", "x-gzip"].contains(value.value) && value.parameters["q"].flatMap { Double($0) } != 0
        }
    }
}
