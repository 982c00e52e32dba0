internal import Foundation
public import Kernel
internal import Synchronization

/// A program of the operator's that looks for viruses: it is given a file on its standard input and tells by its exit code
/// what it found. 0 lets the file pass, 1 refuses it, and anything else counts as no answer.
public struct VirusScanner: Sendable {
    public enum Verdict: Hashable, Sendable {
        case clean
        /// With the first line that it printed.
        case refused(String)
        /// With why there is no verdict, for the log and for `muster check`: never for whoever sent the file.
        case unanswered(String)
    }

    /// The program and its arguments.
    public let command: [String]
    /// Seconds after which it is ended.
    public let patience: Int

    /// - Parameter command: as on a command line; what holds blanks stands in quotation marks. No shell reads it.
    /// - Throws: `setting-not-usable`
    public init(_ command: String, patience: Int) throws(Refusal) {
        guard let words = VirusScanner.words(of: command), !words.isEmpty else {
            throw .invalid("setting-not-usable", "scan.command is “\(command)”; it takes a program and its arguments, with quotation marks in pairs.")
        }
        self.command = words
        self.patience = patience
    }

    /// Asks about a few harmless bytes, to see whether it answers.
    public func probe() async -> Verdict { await scan(Array("Muster asks whether you are there.\n".utf8)) }

    /// The file is handed over as a file of its own, which its owner alone may read and which is gone afterwards: whatever the
    /// program does with its input, nothing here waits for it.
    func scan(_ bytes: [UInt8]) async -> Verdict {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("muster-scan-\(UInt64.random(in: 0...UInt64.max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            let (input, output) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
            try Data(bytes).write(to: input)
            try Data().write(to: output)
            let ending = try await run(from: FileHandle(forReadingFrom: input), to: FileHandle(forWritingTo: output))
            switch ending {
            case 0: return .clean
            case 1: return .refused(try said(output))
            case let code?: return .unanswered("It ended with \(code).")
            case nil: return .unanswered("It was ended, or had not answered after \(counted(patience, "second")).")
            }
        } catch {
            return .unanswered("It could not be started.")
        }
    }

    /// The program's exit code; nil where a signal ended it, be it ours.
    private func run(from input: FileHandle, to output: FileHandle) async throws -> Int32? {
        defer {
            try? input.close()
            try? output.close()
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        // A scanner has no business with our settings, among which is how the database is reached.
        process.environment = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LANG", "TMPDIR"].contains($0.key) }
        process.currentDirectoryURL = FileManager.default.temporaryDirectory
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        var impatience: Task<Void, any Error>?
        defer { impatience?.cancel() }
        return try await withCheckedThrowingContinuation { waiting in
            let answer = FirstAnswer(waiting)
            process.terminationHandler = { ended in
                answer.give(.success(ended.terminationReason == .exit ? ended.terminationStatus : nil))
            }
            do { try process.run() } catch { return answer.give(.failure(error)) }
            impatience = Task { [patience] in
                try await Task.sleep(for: .seconds(patience))
                // It leads a group of its own, and what it started goes with it. Foundation tells of an end only when all of
                // them are gone, so it is not waited for.
                for id in [-process.processIdentifier, process.processIdentifier] { kill(id, SIGKILL) }
                answer.give(.success(nil))
            }
        }
    }

    /// Its first line, without what a page or a terminal should not show.
    private func said(_ output: URL) throws -> String {
        let handle = try FileHandle(forReadingFrom: output)
        defer { try? handle.close() }
        let text = String(decoding: try handle.read(upToCount: 2000) ?? Data(), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first ?? ""
        let safe = String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format }))
        return safe.isEmpty ? "" : String(safe.trimmed.prefix(200)) + (safe.hasSuffix(".") ? "" : ".")
    }

    /// Nil where a quotation mark has no end.
    private static func words(of line: String) -> [String]? {
        var (words, word, isWord, mark): ([String], String, Bool, Character?) = ([], "", false, nil)
        for character in line {
            if let open = mark {
                if character == open { mark = nil } else { word.append(character) }
            } else if character == "\"" || character == "'" {
                (mark, isWord) = (character, true)
            } else if character.isWhitespace {
                if isWord { words.append(word) }
                (word, isWord) = ("", false)
            } else {
                word.append(character)
                isWord = true
            }
        }
        guard mark == nil else { return nil }
        return isWord ? words + [word] : words
    }
}

/// Somebody waits for whichever comes first: the end of a program, or the end of patience.
private final class FirstAnswer: Sendable {
    private let waiting: Mutex<CheckedContinuation<Int32?, any Error>?>

    init(_ waiting: CheckedContinuation<Int32?, any Error>) { self.waiting = Mutex(waiting) }

    func give(_ answer: Result<Int32?, any Error>) {
        waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }?.resume(with: answer)
    }
}
