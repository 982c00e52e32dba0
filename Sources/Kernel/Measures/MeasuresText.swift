extension Measure {
    /// The type of the text: Prometheus's exposition format.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// Measures as Prometheus's exposition format, version 0.0.4, writes them.
    public static func text(_ measures: [Measure]) -> String {
        var text = ""
        for measure in measures {
            text += "# HELP \(measure.name) \(escaped(measure.meaning, quotes: false))\n# TYPE \(measure.name) \(measure.kind.rawValue)\n"
            for (labels, reading) in measure.readings {
                let pairs = labels.map { "\($0.key)=\"\(escaped($0.value, quotes: true))\"" }
                switch reading {
                case .number(let number): text += line(measure.name, pairs, written(number))
                case .durations(let counts, let seconds):
                    var sum = 0
                    for (limit, count) in zip(Durations.limits.map(written) + ["+Inf"], counts) {
                        sum += count
                        text += line(measure.name + "_bucket", pairs + ["le=\"\(limit)\""], String(sum))
                    }
                    text += line(measure.name + "_sum", pairs, written(seconds)) + line(measure.name + "_count", pairs, String(sum))
                }
            }
        }
        return text
    }

    private static func line(_ name: String, _ pairs: [String], _ value: String) -> String {
        "\(name)\(pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") \(value)\n"
    }

    private static func written(_ number: Double) -> String {
        Int(exactly: number).map { String($0) } ?? String(number)
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var written = ""
        for character in text {
            switch character {
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\"" where quotes: written += "\\\""
            default: written.append(character)
            }
        }
        return written
    }
}
