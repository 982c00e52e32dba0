import Foundation
import Kernel

/// The system's own mailer: a program that takes a message on its standard input, as sendmail has done since 1983.
struct Sendmail: Sendable, Equatable {
    /// Seconds after which a mailer that does not end is stopped.
    static let patience = 60

    /// The program and what it is given before the addresses.
    let command: [String]
    let from: String

    /// - Throws: `mail-not-sent`, with what the mailer said; `address-not-sendable`
    func send(_ message: String, to address: String) async throws {
        let (to, from) = (try MailHeader.address(address), try MailHeader.address(from))
        guard let program = command.first, FileManager.default.isExecutableFile(atPath: program) else {
            throw Refusal("mail-not-sent", .unavailable, "There is no mailer at \(command.first ?? ""). Set mail.command to the program that sends mail here.")
        }
        // Files instead of pipes: a mailer that reads nothing, or says much, can hold nobody up.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("muster-mail-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, said) = (folder.appendingPathComponent("message"), folder.appendingPathComponent("said"))
        try Data(message.utf8).write(to: input)
        try Data().write(to: said)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = Array(command.dropFirst()) + ["-i", "-f", from, "--", to]
        // A mailer has no business with our settings, among which is how the database is reached.
        process.environment = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LANG", "TMPDIR", "USER", "LOGNAME"].contains($0.key) }
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: said)
        let status = try await Sendmail.run(process)
        guard status == 0 else {
            let words = ((try? String(contentsOf: said, encoding: .utf8)) ?? "").split(whereSeparator: \.isNewline).first
                .map { ": \(String(String.UnicodeScalarView($0.unicodeScalars.filter { $0.properties.generalCategory != .control })).prefix(300))" } ?? ""
            throw Refusal("mail-not-sent", .unavailable, "The mailer ended with \(status)\(words)")
        }
    }

    private static func run(_ process: Process) async throws -> Int32 {
        let ended = Stop()
        return try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = {
                ended.ask()
                continuation.resume(returning: $0.terminationReason == .exit ? $0.terminationStatus : -1)
            }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
                return
            }
            let id = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience)) {
                if !ended.isAsked { kill(id, SIGTERM) }
            }
        }
    }
}
