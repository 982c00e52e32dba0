import Foundation
import Synchronization

/// A program that is run for one answer: it gets its input at once, and ends by itself, by its time or because nobody waits.
///
/// Foundation's `Process` serves: one program, one input, one output. It is run from a queue of its own, never on a thread
/// that answers requests, since reading waits.
final class Child: Sendable {
    enum Outcome {
        case ended(code: Int32, output: [UInt8], complaint: String)
        case late
    }

    private let program: String
    private let arguments: [String]
    private let seconds: Double
    private let state = Mutex(State())

    private struct State {
        var process: Int32?
        var isUnwanted = false
        var isLate = false
    }

    init(_ program: String, _ arguments: [String], seconds: Double) {
        self.program = program
        self.arguments = arguments
        self.seconds = seconds
    }

    /// Ends the child, or keeps it from starting.
    func end() {
        state.withLock { state in
            state.isUnwanted = true
            if let process = state.process { kill(process, SIGKILL) }
        }
    }

    /// Blocks until the child has ended. What it says on standard error is kept to its last 4,000 bytes.
    func run(_ input: Data) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        // Nothing of the server's own surroundings: no address, no password, no proxy.
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"]
        let (input, given, output, complaint) = (input, Pipe(), Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = output
        process.standardError = complaint
        let isWanted = try state.withLock { state in
            guard !state.isUnwanted else { return false }
            try process.run()
            state.process = process.processIdentifier
            return true
        }
        guard isWanted else { throw CancellationError() }
        let alarm = Task { [self] in
            try await Task.sleep(for: .seconds(seconds))
            late()
        }
        let said = Mutex(Data())
        let reading = DispatchGroup()
        DispatchQueue.global().async(group: reading) { try? given.fileHandleForWriting.write(contentsOf: input); try? given.fileHandleForWriting.close() }
        DispatchQueue.global().async(group: reading) {
            let all = (try? complaint.fileHandleForReading.readToEnd()) ?? nil
            said.withLock { $0 = (all ?? Data()).suffix(4000) }
        }
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        reading.wait()
        process.waitUntilExit()
        alarm.cancel()
        let isLate = state.withLock { state in
            state.process = nil
            return state.isLate
        }
        if isLate { return .late }
        return .ended(code: process.terminationStatus, output: [UInt8](answer), complaint: said.withLock { String(decoding: $0, as: UTF8.self) })
    }

    private func late() {
        state.withLock { state in
            guard let process = state.process else { return }
            state.isLate = true
            kill(process, SIGKILL)
        }
    }
}
