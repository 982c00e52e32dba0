import HTTPTypes
import Hummingbird

/// A cookie of ours: for this host, every path, and no script; over https alone where the service is on https.
struct HouseCookie: Sendable {
    let name: String
    let isSecure: Bool

    /// `__Host-` makes a browser refuse it from a sibling domain or without https (RFC 6265bis, section 4.1.3.2).
    init(_ name: String, in house: House) {
        self.name = house.isSecure ? "__Host-" + name : name
        isSecure = house.isSecure
    }

    static func visit(_ house: House) -> HouseCookie { HouseCookie("muster", in: house) }
    static func said(_ house: House) -> HouseCookie { HouseCookie("muster-said", in: house) }

    /// - Parameter seconds: how long it is kept; nil until the browser closes, 0 to take it away.
    func set(_ value: String, seconds: Int?) -> Cookie {
        Cookie(name: name, value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// What the browser sent; nil when there is none or it is longer than anything we set.
    func value(in request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                guard pair.starts(with: name.utf8), pair.dropFirst(name.utf8.count).first == UInt8(ascii: "=") else { continue }
                let value = pair.dropFirst(name.utf8.count + 1)
                return (1...2000).contains(value.count) ? String(value) : nil
            }
        }
        return nil
    }
}
