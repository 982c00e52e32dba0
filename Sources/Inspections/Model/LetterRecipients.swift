import Kernel

extension Fields {
    /// To whom a letter goes, a line each: at most ten.
    mutating func recipients() -> [String] {
        let lines = lines("recipients")
        if lines.count > 10 { refuse("recipients", "Name ten at most.") }
        if let long = lines.first(where: { $0.count > 400 }) { refuse("recipients", "A line is 400 characters at most; “\(long.prefix(40))…” is longer.") }
        return lines
    }
}
