internal import CLibpq
internal import Testing
internal import TestSupport

@testable import Storage

@Suite struct PostgresConnectionTests {
    /// What libpq was told, by the names that its own manual gives.
    private func settings(_ more: String) async throws -> [String: String] {
        guard case .postgres(let url) = try await TestStore.empty(.postgres) else { return [:] }
        let connection = try PostgresConnection(url + more)
        guard let all = PQconninfo(connection.handle) else { return [:] }
        defer { PQconninfoFree(all) }
        var (settings, place): ([String: String], Int) = ([:], 0)
        while let keyword = all[place].keyword {
            settings[String(cString: keyword)] = all[place].val.map { String(cString: $0) }
            place += 1
        }
        return settings
    }

    @Test func `a server that vanishes is noticed within a minute, unless the address says otherwise`() async throws {
        let usual = try await settings("")
        #expect(["keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout"].map { usual[$0] } == ["30", "10", "3", "20000"])
        let own = try await settings("&keepalives_idle=7&tcp_user_timeout=1000&application_name=board")
        #expect(["keepalives_idle", "keepalives_interval", "tcp_user_timeout", "application_name"].map { own[$0] } == ["7", "10", "1000", "board"])
        #expect(own["client_encoding"] == "UTF8")
    }
}
