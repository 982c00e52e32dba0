public import Kernel
internal import Programs

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

    func scan(_ bytes: [UInt8]) async -> Verdict {
        let child = Child(
            command, environment: Child.surroundings("PATH", "HOME", "LANG", "TMPDIR"), seconds: Double(patience), keeping: 2000)
        do {
            switch try await child.run(bytes) {
            case .ended(code: 0, _, _): return .clean
            case .ended(code: 1, let said, _): return .refused(VirusScanner.line(of: said))
            case .ended(let code, _, _): return .unanswered("It ended with \(code).")
            case .stopped(let signal): return .unanswered("It was ended by signal \(signal).")
            case .late: return .unanswered("It had not answered after \(counted(patience, "second")).")
            }
        } catch is CancellationError {
            return .unanswered("Nobody waited for its answer.")
        } catch {
            return .unanswered("It could not be started.")
        }
    }

    /// Its first line, without what a page or a terminal should not show.
    private static func line(of said: [UInt8]) -> String {
        let text = String(decoding: said, as: UTF8.self)
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
