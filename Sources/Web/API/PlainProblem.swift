import Foundation
import HTTPTypes
public import Hummingbird
public import Kernel
import NIOCore

extension PageContext {
    /// What is answered instead of a file: a problem of RFC 9457 to whoever asks for JSON, and else its sentence alone, since programs that fetch files
    /// show what they got.
    public func plainAnswer(to error: any Error, _ request: Request, asJSON: Bool) -> Response {
        let full = answer(to: error, request)
        guard let problem = Problem(told: error), !arrival.wantsJSON else { return full }
        var headers = full.headers
        headers[.cacheControl] = "no-store"
        headers[.contentLength] = nil
        if asJSON, let bytes = try? JSON.encoder.encode(problem) {
            headers[.contentType] = "application/problem+json"
            return Response(status: problem.httpStatus, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        headers[.contentType] = "text/plain; charset=utf-8"
        return Response(status: problem.httpStatus, headers: headers, body: .init(byteBuffer: ByteBuffer(string: problem.detail + "\n")))
    }
}

/// A request that is not what its document says: answered with 400 and what is wrong with each part.
public func requestNotAsDescribed(_ faults: [Refusal.Field]) -> any Error { Problem.notAsDescribed(faults) }

extension Problem {
    /// Nil for what is no answer but a fault.
    fileprivate init?(told error: any Error) {
        if let problem = error as? Problem { self = problem } else if let refusal = error as? Refusal { self.init(refusal) } else { return nil }
    }
}
