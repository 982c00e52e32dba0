import HTTPTypes
import Kernel
import NIOCore
import TestBrowser
import Testing

@testable import Register

/// Answers as gzip, for whoever takes it. That they unpack to the same bytes, a program that is not ours says in `Tests/python`.
@Suite struct PackingTests {
    @Test(arguments: ["/register", "/register/map", "/register/export/notices.csv", "/register/export/notices.json?type=prohibition", "/register/api/v1/notices", "/register/datapackage.json"])
    func `is packed for whoever takes that, under the same weak tag`(_ path: String) async throws {
        let site = RegisterWorld().site()
        let plain = try await site.get(path)
        for _ in 1...2 {
            let packed = try await site.get(path, ["Accept-Encoding": "br, gzip;q=0.8"])
            #expect(packed.status == 200 && packed["Content-Encoding"] == "gzip" && packed.bytes.starts(with: [0x1F, 0x8B]))
            #expect(packed["Content-Length"].map { $0 == String(packed.bytes.count) } ?? true)
            #expect(packed.bytes.count * 2 < plain.bytes.count && packed["Content-Type"] == plain["Content-Type"])
            #expect(packed["ETag"] == plain["ETag"] && plain["ETag"]?.hasPrefix("W/") == true)
            #expect(packed["Vary"] == "Accept-Encoding" && plain["Vary"] == "Accept-Encoding" && plain["Content-Encoding"] == nil)
        }
        let tag = try #require(plain["ETag"])
        let known = try await site.get(path, ["Accept-Encoding": "gzip", "If-None-Match": tag])
        #expect(known.status == 304 && known.bytes.isEmpty && known["Content-Encoding"] == nil)
        #expect(try await site.get(path).bytes == plain.bytes)
        #expect(try await site.get(path, ["Accept-Encoding": "gzip;q=0, identity"]).bytes == plain.bytes)
    }

    @Test func `what is kept packed counts as kept`() {
        var answer = KeptAnswer(headers: [:], body: .init(repeating: 65, count: 100_000))
        let before = answer.cost
        answer.pack()
        #expect(answer.cost > before && answer.cost < before + 2000)
    }
}
