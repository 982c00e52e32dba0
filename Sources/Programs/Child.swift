internal import Foundation
internal import Subprocess
internal import SystemPackage

/// A program that is run for one answer: it gets all its input, and ends by itself, by its time, or because nobody waits for it.
///
/// No shell reads its command. Its input is a file, so that nothing here waits for a child that doesn't read; what it says is read to
/// the end and kept as far as it was asked for, so that no child waits for us. It leads a session of its own: what it began ends with
/// it, where it is ended.
public struct Child: Sendable {
    public enum Ending: Sendable {
        /// By itself.
        ///
        /// - Parameters:
        ///   - code: 0 where all went well.
        ///   - said: the beginning of its standard output.
        ///   - complaint: the end of its standard error.
        case ended(code: Int32, said: [UInt8], complaint: String)
        /// By a signal that was not ours.
        case stopped(signal: Int32)
        /// Its time was up, and it was ended with all that it began.
        case late
    }

    /// The program and its arguments. A program without a slash is looked for where `PATH` says.
    public let command: [String]
    /// All that it learns of our surroundings.
    public let environment: [String: String]
    /// How long it may take.
    public let seconds: Double
    /// How many bytes of its standard output are kept.
    public let most: Int

    /// What is kept of standard error, in bytes.
    private static let mostComplaint = 4000

    public init(_ command: [String], environment: [String: String], seconds: Double, keeping most: Int) {
        (self.command, self.environment, self.seconds, self.most) = (command, environment, seconds, most)
    }

    /// Those of our own surroundings that a child may have. Among the others is how the database is reached.
    public static func surroundings(_ names: String...) -> [String: String] {
        ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
    }

    /// - Throws: where it can't be started; `CancellationError`, once it has been ended
    public func run(_ input: [UInt8]) async throws -> Ending {
        try await withThrowingTaskGroup(of: Ending.self) { group in
            group.addTask { try await whole(input) }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return .late
            }
            // Whichever comes first ends the other. The group waits for both, so an ended child is gone afterwards.
            defer { group.cancelAll() }
            let first = try await group.next()
            try Task.checkCancellation()
            return first ?? .late
        }
    }

    private func whole(_ input: [UInt8]) async throws -> Ending {
        guard let program = command.first else { throw CocoaError(.fileNoSuchFile) }
        let given = try InputFile(input)
        var surroundings = PlatformOptions()
        surroundings.createSession = true
        surroundings.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        let result = try await Subprocess.run(
            program.contains("/") ? .path(.init(program)) : .name(program), arguments: Arguments(Array(command.dropFirst())),
            environment: .custom(Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
            platformOptions: surroundings, input: .fileDescriptor(given.descriptor, closeAfterSpawningProcess: false), output: .sequence, error: .sequence
        ) { running in
            async let complaint = Child.read(running.standardError) { kept, bytes in
                kept += bytes
                kept.removeFirst(max(0, kept.count - Child.mostComplaint))
            }
            let said = try await Child.read(running.standardOutput) { kept, bytes in kept += bytes.prefix(most - kept.count) }
            return (said: said, complaint: String(decoding: try await complaint, as: UTF8.self))
        }
        switch result.terminationStatus {
        case .exited(let code): return .ended(code: code, said: result.closureResult.said, complaint: result.closureResult.complaint)
        case .signaled(let signal): return .stopped(signal: signal)
        }
    }

    private static func read(
        _ output: SubprocessOutputSequence, _ keep: @Sendable (inout [UInt8], UnsafeRawBufferPointer) -> Void
    ) async throws -> [UInt8] {
        var kept: [UInt8] = []
        for try await piece in output { piece.withUnsafeBytes { keep(&kept, $0) } }
        return kept
    }
}
