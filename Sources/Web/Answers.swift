import Foundation
public import HTTPTypes
public import Hummingbird
import Kernel
public import Markup
import NIOCore

extension PageContext {
    /// A page in the house's frame: bar, list at the side, day control, band of another day, and what was just done.
    public func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Response {
        let frame = frame(of: page)
        let parts = [frame.before.bytes, page.body.bytes, frame.after.bytes]
        var body = ByteBufferAllocator().buffer(capacity: parts.map(\.count).reduce(0, +))
        for part in parts { body.writeBytes(part) }
        return self.page(ResponseBody(byteBuffer: body), status: status)
    }

    func page(_ body: ResponseBody, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: arrival.visit == nil ? "no-cache" : "no-store",
                .vary: "Cookie",
            ],
            body: body)
        if arrival.said != nil { response.setCookie(HouseCookie.said(house).set("", seconds: 0)) }
        return response
    }

    /// What follows a form that did its work: go and look there. The sentence is shown once, on the next page.
    public func seeOther(_ link: Link, saying sentence: String? = nil) -> Response {
        seeOther(address: link.text, saying: sentence)
    }

    /// Back to where someone was on the way to, as `next` carried it; home when that is not an address of ours.
    public func seeOther(next written: String?, saying sentence: String? = nil) -> Response {
        seeOther(address: addressHere(written) ?? "/", saying: sentence)
    }

    private func seeOther(address: String, saying sentence: String?) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
        if let sentence {
            response.setCookie(HouseCookie.said(house).set(URLEncoded.encoded(String(sentence.prefix(400))), seconds: 120))
        }
        return response
    }

    /// A value as JSON, its keys in order so that equal values are equal bytes.
    public func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        try Response(
            status: status,
            headers: [.contentType: "application/json", .cacheControl: arrival.visit == nil ? "no-cache" : "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: JSON.encoder.encode(value))))
    }

    /// A file to keep, under a name that may hold any letters (RFC 6266).
    public func download(_ bytes: some Sequence<UInt8> & Sendable, name: String, type: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: FileName(name).disposition,
                .cacheControl: arrival.visit == nil ? "no-cache" : "no-store",
                .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Gives the browser the token of a visit that has begun.
    ///
    /// - Parameter seconds: how long the browser keeps it; nil until it closes.
    public func beginVisit(_ token: String, for seconds: Int? = nil, on response: inout Response) {
        response.setCookie(HouseCookie.visit(house).set(token, seconds: seconds))
    }

    /// Takes the token away from the browser. The visit itself is ended by whoever keeps it.
    public func endVisit(on response: inout Response) {
        response.setCookie(HouseCookie.visit(house).set("", seconds: 0))
    }
}

/// An address of ours as it was sent to us, or nil when it is none: no other host, no line break, no backslash.
func addressHere(_ written: String?) -> String? {
    guard let written, written.hasPrefix("/"), !written.hasPrefix("//"), written.utf8.count <= 2000,
          written.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
    return written
}

enum JSON {
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
