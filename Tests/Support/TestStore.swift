internal import Foundation
internal import Kernel
internal import Logging
public import Storage
internal import Synchronization

/// Databases for tests: each test has one of its own, real and new, on either engine.
///
///     try await TestStore.with(engine, Plans.migrations) { store in … }
public enum TestStore {
    /// Opens a new database that has taken the steps, and closes it when `body` is done.
    @discardableResult
    public static func with<T>(
        _ engine: Engine, _ migrations: [Migration] = [], salt: Salt = .counting(), _ body: (Store) async throws -> T
    ) async throws -> T {
        try await with(address(engine, migrations), migrations, salt: salt, body)
    }

    /// Opens a database that is there already, and closes it when `body` is done.
    @discardableResult
    public static func with<T>(
        _ address: DatabaseAddress, _ migrations: [Migration] = [], salt: Salt = .counting(), _ body: (Store) async throws -> T
    ) async throws -> T {
        let store = try await open(address, migrations, salt: salt)
        do {
            let result = try await body(store)
            try await store.close()
            return result
        } catch {
            try await store.close()
            throw error
        }
    }

    /// Opens a new database that has taken the steps. The test closes it.
    public static func open(_ engine: Engine, _ migrations: [Migration] = [], salt: Salt = .counting()) async throws -> Store {
        try await open(address(engine, migrations), migrations, salt: salt)
    }

    /// Opens a database that is there already.
    public static func open(
        _ address: DatabaseAddress, _ migrations: [Migration] = [], salt: Salt = .counting()
    ) async throws -> Store {
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return try await Store.open(
            address, migrations: migrations, log: log, clock: .fixed(Moment(milliseconds: 0)), salt: salt)
    }

    /// A new database that has taken the steps, for a test that opens it more than once.
    public static func address(_ engine: Engine, _ migrations: [Migration] = []) async throws -> DatabaseAddress {
        try await templates.copy(engine, migrations)
    }

    /// A new database that has taken the steps and was then filled. That is done once in each engine, for whoever asks; each has a copy.
    ///
    /// - Parameter name: of what fills it, as one list of steps may be filled in several ways.
    public static func address(
        _ engine: Engine, _ migrations: [Migration], filled name: String, by fill: @escaping @Sendable (Store) async throws -> Void
    ) async throws -> DatabaseAddress {
        try await templates.copy(engine, migrations, Filling(name: name, fill: fill))
    }

    /// A new database in which nothing was done yet.
    public static func empty(_ engine: Engine) async throws -> DatabaseAddress { try await templates.new(engine, from: nil) }

    /// A new folder for files of a test's own, which goes when the tests end.
    public static func folder() throws -> String {
        let path = Folder.path + "/" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// Removes a database that is closed, for a test that makes very many.
    public static func remove(_ address: DatabaseAddress) async throws {
        switch address {
        case .sqlite(let path): try FileManager.default.removeItem(atPath: path)
        case .postgres(let url): try PostgresServer.running.get().drop(url)
        }
    }

    private static let templates = Templates()
}

extension Salt {
    /// The same salts in the same order every time, so that a history told twice has one head.
    public static func counting() -> Salt {
        let count = Mutex<UInt8>(0)
        return Salt {
            let byte = count.withLock { count in
                count &+= 1
                return count
            }
            return [UInt8](repeating: byte, count: 16)
        }
    }
}

/// What is done to a database once it has taken its steps.
private struct Filling: Sendable {
    let name: String
    let fill: @Sendable (Store) async throws -> Void
}

/// A list of steps is taken once in each engine, and filled once; the databases of the tests are copies.
private actor Templates {
    private var made: [String: Task<DatabaseAddress, any Error>] = [:]
    private var count = 0

    func copy(_ engine: Engine, _ migrations: [Migration], _ filling: Filling? = nil) async throws -> DatabaseAddress {
        let dialect: Dialect = engine == .sqlite ? .sqlite : .postgres
        let key = migrations.reduce(into: "\(engine) \(filling?.name ?? "")") { key, step in
            key += "\n" + step.name + step.statements(dialect).map(\.text).joined()
        }
        let template = made[key] ?? Task {
            guard let filling else {
                let address = try new(engine, from: nil)
                try await TestStore.open(address, migrations).close()
                return address
            }
            let address = try await copy(engine, migrations)
            try await TestStore.with(address, migrations, filling.fill)
            return address
        }
        made[key] = template
        return try new(engine, from: try await template.value)
    }

    func new(_ engine: Engine, from template: DatabaseAddress?) throws -> DatabaseAddress {
        count += 1
        switch engine {
        case .sqlite:
            let path = Folder.path + "/\(count).sqlite"
            if case .sqlite(let original) = template { try FileManager.default.copyItem(atPath: original, toPath: path) }
            return .sqlite(path: path)
        case .postgres:
            let server = try PostgresServer.running.get()
            return .postgres(url: try server.create("test\(count)", from: template))
        }
    }
}

/// The folder of this process's SQLite files, which goes when the process ends.
private enum Folder {
    static let path: String = {
        let path = NSTemporaryDirectory() + "/muster-tests-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: Folder.path) }
        return path
    }()
}
