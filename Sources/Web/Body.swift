import Foundation
import HTTPTypes
public import Hummingbird
public import Kernel
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

extension PageContext {
    /// A JSON object's members, read one by one as a form's fields are.
    ///
    /// Text, numbers, true and lists of them; false and null are as if they had not been sent.
    /// - Throws: `body-not-json`, `body-not-readable`, `body-too-large`
    public func fields(of request: Request, upTo limit: Int = 1 << 20) async throws -> Fields {
        let object = try await value([String: Plain].self, of: request, upTo: limit)
        let nested = object.filter { $0.value.words == nil }.map(\.key).sorted()
        guard nested.isEmpty else {
            throw Refusal.fields(nested.map { .init($0, "“\($0)” must be text, a number, true, false or a list of them.") })
        }
        return Fields(object.compactMapValues(\.words))
    }

    /// A JSON body as a value.
    ///
    /// Only `application/json` is taken: a page of another site can't send that without asking us first.
    /// - Throws: `body-not-json`, `body-not-readable`, `body-too-large`
    public func value<T: Decodable>(_ type: T.Type, of request: Request, upTo limit: Int = 1 << 20) async throws -> T {
        guard HeaderValue(request.headers[.contentType] ?? "").value == "application/json" else {
            throw Refusal("body-not-json", .unsupported, "Send JSON here, with Content-Type: application/json.")
        }
        let body = try await request.collect(
            upTo: limit, else: Refusal("body-too-large", .tooLarge, "The body is larger than \(limit >> 10) kB, the most that is taken here."))
        do {
            return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
        } catch let error as DecodingError {
            throw Refusal.invalid("body-not-readable", error.sentence)
        }
    }
}

/// A JSON value as the words a form would have sent.
private struct Plain: Decodable {
    /// Nil for an object, or a list that holds one.
    let words: [String]?

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            words = []
        } else if let flag = try? single.decode(Bool.self) {
            words = flag ? ["true"] : []
        } else if let number = try? single.decode(Int64.self) {
            words = [String(number)]
        } else if let number = try? single.decode(Double.self) {
            words = [String(number)]
        } else if let text = try? single.decode(String.self) {
            words = [URLEncoded.clean(text)]
        } else if let list = try? single.decode([Plain].self) {
            let all = list.compactMap(\.words)
            words = all.count == list.count ? all.flatMap(\.self) : nil
        } else {
            words = nil
        }
    }
}

extension DecodingError {
    /// What was wrong and where, for the person who wrote the JSON.
    fileprivate var sentence: String {
        func place(_ path: [any CodingKey]) -> String {
            path.isEmpty ? "The body" : "“\(path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "."))”"
        }
        return switch self {
        case .keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing."
        case .typeMismatch(let type, let context): "\(place(context.codingPath)) must be of the kind \(type)."
        case .valueNotFound(_, let context): "\(place(context.codingPath)) must not be null."
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(place(context.codingPath)) can’t be read: \(context.debugDescription)."
        default: "The body is not JSON."
        }
    }
}
