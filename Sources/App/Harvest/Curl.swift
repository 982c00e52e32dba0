import Foundation
import Kernel
import Programs
import Register

/// Fetches a file of another service with curl, a program that has spent its life among hostile servers, held to limits in a process of its own.
///
/// Names are looked up once, and the connection goes to just what was found: a name can't lead elsewhere between the look and the connection.
struct Curl: Sendable {
    /// Seconds that a file may take, whole.
    static let patience = 90.0
    /// A server may send us on so often.
    static let mostRedirects = 3

    /// Seconds that are waited for one file; less in tests.
    var seconds = Curl.patience

    var fetching: Fetching { Fetching { address, most, allowsPrivate in try await fetch(address, atMost: most, allowsPrivate: allowsPrivate) } }

    /// - Throws: `Fetching.Fault`
    func fetch(_ address: WebAddress, atMost most: Int, allowsPrivate: Bool) async throws -> [UInt8] {
        var address = address
        for _ in 0...Curl.mostRedirects {
            let place = try Place(address)
            let found = try await look(up: place.host)
            if !allowsPrivate, let inner = found.first(where: { !$0.address.isPublic }) {
                throw Fetching.Fault("\(place.host) is at \(inner.text), which is not on the public internet. Whoever adds the source may allow that.")
            }
            switch try await get(place, from: found, most) {
            case .body(let bytes): return bytes
            case .moved(let next):
                guard let next = WebAddress(next), !(place.isSecure && !next.text.lowercased().hasPrefix("https://")) else {
                    throw Fetching.Fault("\(place.host) sends whoever asks on to an address that is not followed.")
                }
                address = next
            }
        }
        throw Fetching.Fault("\(address.host) sends whoever asks from one address to the next without end.")
    }

    private enum Got { case body([UInt8]), moved(String) }

    private struct Found { let text: String; let address: InternetAddress }

    /// The parts of an address that a connection needs.
    private struct Place {
        let url: String
        let host: String
        let port: Int
        let isSecure: Bool

        init(_ address: WebAddress) throws {
            guard let parts = URLComponents(string: address.text), let host = parts.host, !host.isEmpty, parts.user == nil,
                  let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme), let url = parts.string else {
                throw Fetching.Fault("“\(address.text.prefix(200))” is no address that can be fetched.")
            }
            (self.url, isSecure, port) = (url, scheme == "https", parts.port ?? (scheme == "https" ? 443 : 80))
            self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
            guard (1...65_535).contains(port), self.host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }) else {
                throw Fetching.Fault("“\(address.text.prefix(200))” is no address that can be fetched.")
            }
        }
    }

    private func look(up host: String) async throws -> [Found] {
        let asked = Child(["getent", "ahosts", "--", host], environment: Child.surroundings("PATH"), seconds: min(60, seconds), keeping: 10_000)
        guard case .ended(code: 0, let said, _) = try await asked.run([]) else { throw Fetching.Fault("The name \(host) is not known.") }
        var found: [Found] = []
        for line in String(decoding: said, as: UTF8.self).split(separator: "\n") {
            guard let text = line.split(separator: " ").first.map(String.init), !found.contains(where: { $0.text == text }) else { continue }
            guard let address = InternetAddress(text) else { throw Fetching.Fault("The name \(host) leads to \(text), which is no address that can be fetched from.") }
            found.append(Found(text: text, address: address))
        }
        guard !found.isEmpty else { throw Fetching.Fault("The name \(host) is not known.") }
        return found
    }

    private func get(_ place: Place, from found: [Found], _ most: Int) async throws -> Got {
        let pinned = found.map { $0.text.contains(":") ? "[\($0.text)]" : $0.text }.joined(separator: ",")
        let host = place.host.contains(":") ? "[\(place.host)]" : place.host
        let child = Child(
            [
                "curl", "--disable", "--silent", "--show-error", "--globoff", "--noproxy", "*", "--proto", "=http,https", "--max-redirs", "0",
                "--connect-timeout", "10", "--max-time", String(Int(seconds)), "--speed-limit", "1000", "--speed-time", "20", "--max-filesize", String(most),
                "--resolve", "\(host):\(place.port):\(pinned)", "--user-agent", "Muster/\(version) (register harvest)", "--header", "Accept: application/json, application/jsonl, */*;q=0.1",
                "--output", "-", "--write-out", "%{stderr}\nmuster %{http_code} %{remote_ip} %{redirect_url}", "--url", place.url,
            ],
            environment: Child.surroundings("PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"), seconds: seconds + 5, keeping: most + 1)
        let (code, said, complaint): (Int32, [UInt8], String)
        switch try await child.run([]) {
        case .ended(let ended, let bytes, let words): (code, said, complaint) = (ended, bytes, words)
        case .late: throw Fetching.Fault("\(place.host) did not send its file within \(Int(seconds)) seconds.")
        case .stopped(let signal): throw Fetching.Fault("curl was ended by signal \(signal).")
        }
        let told = complaint.split(separator: "\n").last { $0.hasPrefix("muster ") }?.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false) ?? []
        guard code == 0, told.count == 4 else { throw fault(code, complaint, place, most) }
        guard found.contains(where: { $0.address == InternetAddress(told[2]) }) else {
            throw Fetching.Fault("\(place.host) was answered from an address that its name does not lead to.")
        }
        switch told[1] {
        case "200":
            guard said.count <= most else { throw tooLarge(place, most) }
            return .body(said)
        case "301", "302", "303", "307", "308": return .moved(String(told[3]))
        default: throw Fetching.Fault("\(place.host) answers with status \(told[1].prefix(3)).")
        }
    }

    private func tooLarge(_ place: Place, _ most: Int) -> Fetching.Fault { Fetching.Fault("\(place.host) has a file of more than \(most >> 20) MiB.") }

    /// What the exit codes of curl mean, for the few that say more than its own words.
    private func fault(_ code: Int32, _ complaint: String, _ place: Place, _ most: Int) -> Fetching.Fault {
        switch code {
        case 7: return Fetching.Fault("Nothing answers at \(place.host).")
        case 28: return Fetching.Fault("\(place.host) did not send its file within \(Int(seconds)) seconds.")
        case 63: return tooLarge(place, most)
        case 127: return Fetching.Fault("curl is not installed here; bin/setup installs it.")
        default:
            let words = complaint.split(separator: "\n").first { $0.hasPrefix("curl: ") }.map { String($0.unicodeScalars.filter { $0.value >= 0x20 }.prefix(200).map(Character.init)) }
            return Fetching.Fault("\(place.host) could not be asked: \(words ?? "curl ended with \(code)").")
        }
    }
}
