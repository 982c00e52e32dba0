import Kernel

/// The settings given as flags, which may stand anywhere on the command line, and the arguments that remain.
struct Flags: Sendable, Equatable {
    private(set) var values: [String: String] = [:]
    /// `--config PATH`: the settings file.
    private(set) var file: String?
    private(set) var rest: [String] = []

    /// - Throws: `flag-without-value`
    init(_ arguments: [String]) throws(Refusal) {
        var left = arguments[...]
        while let argument = left.popFirst() {
            // What follows `--` is never a flag.
            if argument == "--" { rest += [argument] + left; return }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let setting = Setting.all.first { $0.flag == parts.first }
            guard setting != nil || parts.first == "--config" else { rest.append(argument); continue }
            let value: String
            if parts.count == 2, !parts[1].isEmpty {
                value = parts[1]
            } else if parts.count == 2 {
                throw .invalid("flag-without-value", "\(parts[0]) needs a value after the equals sign.")
            } else if setting?.isSwitch == true {
                value = "true"
            } else if let next = left.popFirst(), !next.hasPrefix("--") {
                value = next
            } else {
                throw .invalid("flag-without-value", "\(argument) needs a value after it.")
            }
            if let setting { values[setting.key] = value } else { file = value }
        }
    }

    /// The settings on a line that a shell completes; the arguments stay as the shell wrote them.
    init(completing arguments: [String]) {
        let line = arguments.drop { $0 != "--" }.dropFirst()
        let written = try? Flags(line.filter { $0 != "--" && !$0.isEmpty })
        (values, file) = (written?.values ?? [:], written?.file)
        rest = arguments
    }
}
