internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

@Suite struct MigrationTests {
    @Test(arguments: Engine.allCases)
    func `a step is taken once, and a later one is added to it`(_ engine: Engine) async throws {
        let address = try await TestStore.empty(engine)
        let later = Letter.migrations + [Migration("letters-2") { _ in
            ["ALTER TABLE letter ADD COLUMN colour TEXT", "UPDATE letter SET colour = \("red")"]
        }]
        try await TestStore.open(address, Letter.migrations).close()
        try await TestStore.open(address, Letter.migrations).close()
        let store = try await TestStore.open(address, later)
        let names = try await store.read { try $0.column("SELECT name FROM migration ORDER BY place", as: String.self) }
        #expect(names == ["journal-1", "bulk-1", "letters-1", "letters-2"])
        try await store.close()
    }

    @Test(arguments: Engine.allCases)
    func `a database of a newer program is refused`(_ engine: Engine) async throws {
        let address = try await TestStore.address(engine, Letter.migrations)
        let refusal = await #expect(throws: Refusal.self) { try await TestStore.open(address) }
        #expect(refusal?.code == "database-newer")
        #expect(refusal?.sentence.contains("letters-1") == true)
    }

    @Test(arguments: Engine.allCases)
    func `a step that fails leaves nothing of itself`(_ engine: Engine) async throws {
        let address = try await TestStore.empty(engine)
        let broken = [Migration("broken-1") { _ in ["CREATE TABLE half (id BIGINT)", "CREATE TABLE half (id BIGINT)"] }]
        await #expect(throws: StorageFault.self) { try await TestStore.open(address, broken) }
        let store = try await TestStore.open(address, [Migration("mended-1") { _ in ["CREATE TABLE half (id BIGINT)"] }])
        try await store.close()
    }

    @Test func `an address that names no engine is refused`() {
        for text in ["", "sqlite:", "muster.db", "mysql://localhost/x", "postgres:x"] {
            let refusal = #expect(throws: Refusal.self) { try DatabaseAddress(text) }
            #expect(refusal?.code == "database-address-not-understood")
        }
    }

    @Test func `what can't be opened is refused with the reason`() async throws {
        for (address, code) in [
            (DatabaseAddress.sqlite(path: "/dev/null/muster.sqlite"), "database-not-opened"),
            (.sqlite(path: "/bin/sh"), "database-not-opened"),
            (.postgres(url: "postgres://nobody@/none?host=/nowhere"), "database-unreachable"),
        ] {
            let refusal = await #expect(throws: Refusal.self) { try await TestStore.open(address) }
            #expect(refusal?.code == code)
        }
    }
}
