import Foundation
import Kernel
import Programs

/// The system's own mailer: a program that takes a message on its standard input, as sendmail has done since 1983.
struct Sendmail: Sendable, Equatable {
    /// Seconds after which a mailer that does not end is stopped.
    static let patience = 60.0

    /// The program and what it is given before the addresses.
    let command: [String]
    let from: String

    /// - Throws: `mail-not-sent`, with what the mailer said; `address-not-sendable`
    func send(_ message: String, to address: String) async throws {
        let (to, from) = (try MailHeader.address(address), try MailHeader.address(from))
        guard let program = command.first, FileManager.default.isExecutableFile(atPath: program) else {
            throw Refusal("mail-not-sent", .unavailable, "There is no mailer at \(command.first ?? ""). Set mail.command to the program that sends mail here.")
        }
        let child = Child(
            command + ["-i", "-f", from, "--", to], environment: Child.surroundings("PATH", "HOME", "LANG", "TMPDIR", "USER", "LOGNAME"),
            seconds: Sendmail.patience, keeping: 0)
        guard let fault = try await Sendmail.fault(of: child, Array(message.utf8)) else { return }
        throw Refusal("mail-not-sent", .unavailable, "The mailer \(fault)")
    }

    /// What went wrong, in words; nil where nothing did.
    private static func fault(of child: Child, _ message: [UInt8]) async throws -> String? {
        switch try await child.run(message) {
        case .ended(code: 0, _, _): return nil
        case .ended(let code, _, let complaint):
            let words = complaint.split(whereSeparator: \.isNewline).first
                .map { ": \(String(String.UnicodeScalarView($0.unicodeScalars.filter { $0.properties.generalCategory != .control })).prefix(300))" } ?? ""
            return "ended with \(code)\(words)"
        case .stopped(let signal): return "was ended by signal \(signal)"
        case .late: return "had not taken the message after \(Int(patience)) seconds"
        }
    }
}
