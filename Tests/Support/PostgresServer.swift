internal import Foundation
internal import Storage

/// A PostgreSQL server of the test process's own, in a temporary folder, reached through a socket there.
///
/// A shell starts it and then waits for its standard input to end. That happens when the test process ends, however
/// it ends; the shell then stops the server and removes the folder.
struct PostgresServer: Sendable {
    let folder: String
    let programs: String
    /// Held open for as long as the server shall run.
    let lifeline: FileHandle

    /// Started by the first test that asks.
    static let running = Result { try PostgresServer() }

    struct DidNotStart: Error, CustomStringConvertible {
        let description: String
    }

    private init() throws {
        programs = try Self.newestPrograms()
        folder = "/tmp/muster-postgres-\(ProcessInfo.processInfo.processIdentifier)"
        let (input, output) = (Pipe(), Pipe())
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", Self.script, "postgres-for-tests", programs, folder]
        shell.standardInput = input
        shell.standardOutput = output
        try shell.run()
        lifeline = input.fileHandleForWriting
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        guard words.hasSuffix("ready\n") else { throw DidNotStart(description: "PostgreSQL did not start: \(words)") }
    }

    /// Makes a database and gives its address.
    func create(_ name: String, from template: DatabaseAddress?) throws -> String {
        var original = "template0"
        if case .postgres(let url) = template { original = Self.name(url) }
        try run("createdb", "-T", original, name)
        return "\(Self.start)\(name)?host=\(folder)"
    }

    func drop(_ url: String) throws { try run("dropdb", Self.name(url)) }

    private static func name(_ url: String) -> String { String(url.dropFirst(start.count).prefix { $0 != "?" }) }

    private func run(_ program: String, _ words: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: programs + "/" + program)
        process.arguments = ["-h", folder, "-U", "postgres"] + words
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw DidNotStart(description: "\(program) failed for \(words)") }
    }

    private static let start = "postgres://postgres@/"

    private static func newestPrograms() throws -> String {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        guard let newest = versions.compactMap(Int.init).max() else {
            throw DidNotStart(description: "PostgreSQL is not installed. On Debian: apt-get install postgresql")
        }
        return "/usr/lib/postgresql/\(newest)/bin"
    }

    /// The server refuses to run as root, so root becomes postgres for it. The databases sort text as a British reader
    /// would, so that a test sees where a sort relied on the server's own rules.
    private static let script = #"""
        programs=$1 folder=$2 data=$2/data
        trap '' INT TERM HUP
        as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        start() {
            cd / && rm -rf "$folder" && mkdir -m 755 "$folder" && mkdir -m 700 "$data" || return 1
            if [ "$(id -u)" = 0 ]; then chown postgres "$folder" "$data" || return 1; fi
            as_owner "$programs/initdb" -D "$data" -U postgres -A trust -E UTF8 --no-sync \
                --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-GB || return 1
            as_owner "$programs/pg_ctl" -D "$data" -l "$folder/log" -w -o \
                "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c max_connections=400 -c shared_buffers=32MB" start
        }
        if log=$(start 2>&1 < /dev/null); then echo ready; else echo "$log"; cat "$folder/log"; rm -rf "$folder"; exit 1; fi
        exec > /dev/null 2>&1
        cat
        as_owner "$programs/pg_ctl" -D "$data" -m immediate stop
        rm -rf "$folder"
        """#
}
