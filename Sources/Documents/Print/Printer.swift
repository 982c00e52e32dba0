import Foundation
import Kernel
import Programs

/// What turns papers into PDF and charts into pictures: Typst, in a Python environment of its own that `bin/setup run` makes.
///
/// A folder with `bin/python`, in which Typst is installed, and `fonts`, which are all the fonts it prints with. It runs as a
/// child process that gets its job on standard input, and is ended when its time is up or nobody waits any longer.
public struct Printer: Sendable {
    public let folder: String
    /// The seconds a job may take.
    public let seconds: Double

    public init(folder: String, seconds: Double = 240) {
        self.folder = folder
        self.seconds = seconds
    }

    /// The one that is here: `.printer` beside the program, `lib/muster/printer` next to the program's folder, or `.printer` where
    /// Muster was started, which is where set-up makes it.
    public static let usual: Printer = {
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath().deletingLastPathComponent()
        let places = [program.path + "/.printer", program.deletingLastPathComponent().path + "/lib/muster/printer", ".printer"]
        let found = places.first { FileManager.default.isExecutableFile(atPath: $0 + "/bin/python") }
        return Printer(folder: found ?? ".printer")
    }()

    public var isHere: Bool { FileManager.default.isExecutableFile(atPath: folder + "/bin/python") }

    /// Never more than two jobs at once, whoever asks.
    private static let turns = Turns(atOnce: 2)
    /// More than any paper has, in bytes.
    private static let most = 512 << 20

    /// - Throws: `printer-missing`, `printing-took-too-long`, `PrintFault`, `CancellationError`
    func files(for job: Data) async throws -> [[UInt8]] {
        guard isHere else { throw Printer.missing }
        let child = Child(
            [folder + "/bin/python", "-I", "-c", String(decoding: PackageResources.print_py, as: UTF8.self)],
            environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"], seconds: seconds, keeping: Printer.most)
        switch try await Printer.turns.take({ try await child.run([UInt8](job)) }) {
        case .late: throw tooLong
        case .stopped(let signal): throw PrintFault(code: -signal, complaint: "stopped by signal \(signal)")
        case .ended(let code, let output, let complaint):
            guard code == 0, let files = Printer.parted(output) else { throw Printer.fault(code, complaint) }
            return files
        }
    }

    /// The files of an answer: each after its length in four bytes, the highest first.
    private static func parted(_ output: [UInt8]) -> [[UInt8]]? {
        var files: [[UInt8]] = []
        var rest = output[...]
        while rest.count >= 4 {
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard rest.count >= length else { return nil }
            files.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return rest.isEmpty && !files.isEmpty ? files : nil
    }

    private static let missing = Refusal(
        "printer-missing", .unavailable,
        "Papers can't be printed here yet, because Typst isn't installed. Whoever runs Muster can put it there with bin/setup run; "
            + "until then the paper can be read as a page and taken as plain text.")

    private var tooLong: Refusal {
        Refusal(
            "printing-took-too-long", .unavailable,
            "Printing was stopped after \(Int(seconds)) seconds. Try again in a minute; if it happens again, print the paper in parts.", wait: 60)
    }

    private static func fault(_ code: Int32, _ complaint: String) -> any Error {
        // An environment without Typst, or of another Python than it was made with, is as good as none.
        complaint.contains("ModuleNotFoundError") || code == 126 || code == 127 ? missing : PrintFault(code: code, complaint: complaint)
    }
}

/// Typst could not print what it was given: a fault of ours, or of the machine.
public struct PrintFault: Error, Sendable, CustomStringConvertible {
    /// What the child ended with; below nothing for a signal.
    public let code: Int32
    /// The end of what it said, for the log.
    public let complaint: String

    public var description: String { "the printer ended with \(code): \(complaint.suffix(600))" }
}
