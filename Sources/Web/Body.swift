import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

extension Request {
    /// The whole body, refused as soon as it is larger than allowed.
    func collect(upTo limit: Int, else refusal: Refusal) async throws -> ByteBuffer {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw refusal }
        var whole = ByteBuffer()
        try await eachChunk { (chunk) throws(Refusal) in
            guard whole.readableBytes + chunk.readableBytes <= limit else { throw refusal }
            whole.writeImmutableBuffer(chunk)
        }
        return whole
    }

    /// Hands the body over as it comes. Who hangs up in the middle gets no answer, and has made no fault of ours.
    ///
    /// - Throws: `form-cut-short`, and what `take` throws.
    func eachChunk(_ take: (ByteBuffer) throws(Refusal) -> Void) async throws(Refusal) {
        var chunks = body.makeAsyncIterator()
        while true {
            let chunk: ByteBuffer?
            do { chunk = try await chunks.next() } catch { throw .formCutShort }
            guard let chunk else { return }
            try take(chunk)
        }
    }
}
