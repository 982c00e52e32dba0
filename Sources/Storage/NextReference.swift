public import Kernel

extension Work {
    /// The next reference of a kind in the year of a day: `C-2026-0012`. None is ever taken away, so none is given twice.
    public func next<R: Record>(_ letter: String, of kind: R.Type, in day: Day) throws -> Reference {
        let year = "\(letter)-\(day.parts.year)-"
        let count = try session.count(R.self, "WHERE reference_key LIKE \(year.lowercased() + "%")")
        return try Reference(year + padded(count + 1, to: 4))
    }
}
