@testable import App
import Kernel
import Register
import Testing

/// Which addresses are fetched from without being asked whether they may be.
struct InternetAddressTests {
    @Test(arguments: [
        "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "223.255.255.255", "100.63.255.255", "100.128.0.0", "2a00:1450:4009::1", "2606:4700::1111", "2002:0808:0808::1",
    ])
    func `what is on the public internet`(_ text: String) { #expect(InternetAddress(text)?.isPublic == true) }

    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1",
        "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "fc00::1", "fd12::1", "fe80::1", "ff02::1",
        "2001:db8::1", "2001::1", "2002:7f00:0001::1", "2002:0a00:0001::1", "3fff::1",
    ])
    func `what is not`(_ text: String) { #expect(InternetAddress(text)?.isPublic == false) }

    @Test(arguments: ["", "localhost", "1.2.3", "0x7f.1", "1.2.3.4.5", "g::1"])
    func `what is no address`(_ text: String) { #expect(InternetAddress(text) == nil) }

    @Test(arguments: ["http://127.0.0.1:1/x", "http://localhost/x", "http://0x7f.1/", "http://2130706433/", "http://[::1]/", "http://[::ffff:127.0.0.1]/"])
    func `nothing of this machine is fetched unless that is allowed`(_ address: String) async throws {
        let address = try #require(WebAddress(address))
        let fault = await #expect(throws: Fetching.Fault.self) { try await Curl().fetch(address, atMost: 1000, allowsPrivate: false) }
        #expect(fault?.sentence.contains("not on the public internet") == true)
    }
}
