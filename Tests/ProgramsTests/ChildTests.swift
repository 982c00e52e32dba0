import Foundation
import Testing

@testable import Programs

/// A program run for one answer, with real programs.
@Suite struct ChildTests {
    private func sh(_ script: String, seconds: Double = 120, keeping most: Int = 1 << 20) -> Child {
        Child(["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin", "GREETING": "hello"], seconds: seconds, keeping: most)
    }

    /// What an ended child ended with and said.
    private func told(_ child: Child, _ input: [UInt8] = []) async throws -> (code: Int32, said: String, complaint: String) {
        guard case .ended(let code, let said, let complaint) = try await child.run(input) else { throw NotEnded() }
        return (code, String(decoding: said, as: UTF8.self), complaint)
    }

    private struct NotEnded: Error {}

    private static func isGone(_ pid: Int32) -> Bool {
        // What has ended and was not yet asked about by whoever inherited it is gone all the same.
        guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8) else { return true }
        return status.contains("State:\tZ")
    }

    @Test func `it gets its input and its words, and says what it says`() async throws {
        let answer = try await told(sh("cat; echo $GREETING; echo oh >&2; exit 3"), Array("given ".utf8))
        #expect(answer.code == 3 && answer.said == "given hello\n" && answer.complaint == "oh\n")
        let plain = Child(["printf", "%s", "a b; echo $HOME"], environment: Child.surroundings("PATH"), seconds: 30, keeping: 100)
        #expect(try await told(plain).said == "a b; echo $HOME", "no shell reads it")
    }

    @Test func `it learns nothing of our surroundings but what it is told`() async throws {
        setenv("MUSTER_DATABASE", "postgres://secret", 1)
        let answer = try await told(sh("env; ls -l /proc/self/fd"))
        #expect(!answer.said.contains("MUSTER") && answer.said.contains("GREETING=hello"))
        #expect(answer.said.split(separator: "\n").count { $0.contains(" -> ") } <= 4, "it has its three files, and the folder that it lists")
        #expect(Child.surroundings("PATH", "NO_SUCH_NAME").keys.sorted() == ["PATH"])
    }

    @Test func `much goes in and comes out whole`() async throws {
        let much = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        guard case .ended(0, let said, _) = try await sh("cat", keeping: 10 << 20).run(much) else { throw NotEnded() }
        #expect(said == much)
    }

    @Test func `one that ends early without reading is answered all the same`() async throws {
        let answer = try await told(sh("exec <&-; echo done"), [UInt8](repeating: 65, count: 8 << 20))
        #expect(answer.code == 0 && answer.said == "done\n")
    }

    @Test func `of one that floods only so much is kept, and it is not held up`() async throws {
        let answer = try await told(sh("head -c 2000000 /dev/zero | tr '\\0' x; head -c 500000 /dev/zero | tr '\\0' y >&2; echo end >&2", keeping: 1000))
        #expect(answer.said == String(repeating: "x", count: 1000))
        #expect(answer.complaint.count == 4000 && answer.complaint.hasSuffix("yyyend\n"))
        guard case .late = try await sh("yes", seconds: 0.5, keeping: 1000).run([]) else { throw NotEnded() }
    }

    @Test func `one that hangs is ended in its time, with what it began`() async throws {
        let folder = NSTemporaryDirectory() + "child-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard case .late = try await sh("trap '' TERM; sleep 600 & echo $! > \(folder)/began; echo $$ > \(folder)/own; wait", seconds: 1).run([]) else { throw NotEnded() }
        try await areGone(["own", "began"], in: folder)
    }

    @Test func `one that nobody waits for any longer is ended, with what it began`() async throws {
        let folder = NSTemporaryDirectory() + "child-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let child = sh("sleep 600 & echo $! > \(folder)/began; echo $$ > \(folder)/own; wait", seconds: 600)
        let waiting = Task { try await child.run([]) }
        while !FileManager.default.fileExists(atPath: folder + "/own") { try await Task.sleep(for: .milliseconds(20)) }
        try await Task.sleep(for: .milliseconds(50))
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        try await areGone(["own", "began"], in: folder)
    }

    private func areGone(_ names: [String], in folder: String) async throws {
        for name in names {
            let pid = try #require(Int32(String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
            for _ in 0..<200 where !Self.isGone(pid) { try await Task.sleep(for: .milliseconds(10)) }
            #expect(Self.isGone(pid), "\(name)")
        }
    }

    @Test func `one that leaves something behind with its output open is not waited for beyond its end`() async throws {
        let started = ContinuousClock.now
        let answer = try await told(sh("sleep 100 & echo done", seconds: 300))
        #expect(answer.code == 0 && answer.said == "done\n" && ContinuousClock.now - started < .seconds(90))
    }

    @Test func `one that was killed by another, and one that is not there`() async throws {
        guard case .stopped(signal: 9) = try await sh("kill -9 $$", seconds: 300).run([]) else { throw NotEnded() }
        for command in [["/no/such/program"], ["no-such-program-anywhere"], []] {
            await #expect(throws: (any Error).self) { try await Child(command, environment: [:], seconds: 5, keeping: 0).run([]) }
        }
    }

    @Test func `many at once are each answered`() async throws {
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<40 { group.addTask { try await told(sh("sleep 0.1; cat"), Array("\(number)".utf8)).said } }
            let all = try await group.reduce(into: Set<String>()) { $0.insert($1) }
            #expect(all.count == 40)
        }
    }
}
