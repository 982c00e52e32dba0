public import Kernel

/// One kind of record that can say how it stands in a number, so that another slice’s claim can rest on it.
///
///     FigureKind(QualityReport.self) { report, day, session in StatedFigure(…) }
public struct FigureKind: Sendable {
    let kind: String
    /// Whether its records have a figure for each of many periods.
    let hasPeriods: Bool
    /// What those of some numbers are called; one that is not there is left out.
    let meanings: @Sendable ([Int64], Session) throws -> [Int64: FigureMeaning]
    /// A period that somebody wrote, as an address has it; nil where a record has none of the kind.
    let period: @Sendable (Int64, String, Session) throws -> String?
    /// What each said, day by day through a day, as it is known now or was when the journal had so many entries.
    let days: @Sendable ([AskedFigure], Day, Int64?, Session) throws -> [AskedFigure: [FigureDay]]

    /// For records that have a figure for each of many periods.
    public init<R: Record>(
        _ type: R.Type, meanings: @escaping @Sendable ([Int64], Session) throws -> [Int64: FigureMeaning],
        period: @escaping @Sendable (Int64, String, Session) throws -> String?,
        days: @escaping @Sendable ([AskedFigure], Day, Int64?, Session) throws -> [AskedFigure: [FigureDay]]
    ) {
        (kind, hasPeriods, self.meanings, self.period, self.days) = (R.table.name, true, meanings, period, days)
    }

    /// For records that have one figure: what each says on a day, or nil where it says nothing yet.
    ///
    /// - Parameters:
    ///   - title: what it is called.
    ///   - stated: what it said on the day from which it says something, such as that of its signing; nil where it only says how it stands now.
    ///   - now: what it comes to by its records on a day.
    public init<R: Record>(
        _ type: R.Type, title: @escaping @Sendable (R) -> String, stated: @escaping @Sendable (R, Session) throws -> FigureDay? = { _, _ in nil },
        now: @escaping @Sendable (R, Day, Session) throws -> StatedFigure?
    ) {
        (kind, hasPeriods) = (R.table.name, false)
        meanings = { numbers, session in try session.byNumber(R.self, Set(numbers.map { ID($0) })).reduce(into: [:]) { $0[$1.key.number] = FigureMeaning(title: title($1.value), unit: "") } }
        period = { _, _, _ in nil }
        days = { asked, day, _, session in
            let records = try session.byNumber(R.self, Set(asked.map { ID($0.record.number) }))
            return try asked.reduce(into: [:]) { found, one in
                guard let record = records[ID(one.record.number)] else { return }
                let first = try stated(record, session)
                let last = try now(record, day, session).map { FigureDay(since: first == nil ? Day(number: 0) : day, $0) }
                found[one] = [first, last?.figure == first?.figure ? nil : last].compactMap(\.self)
            }
        }
    }
}

/// What all slices offer to rest claims on, put together by App.
public struct Figures: Sendable {
    private let kinds: [String: FigureKind]

    public init(_ kinds: [FigureKind] = []) { self.kinds = Dictionary(kinds.map { ($0.kind, $0) }) { first, _ in first } }

    /// Whether records of a kind say something in numbers, and whether they do so period by period.
    public func offers(_ kind: String) -> Bool { kinds[kind] != nil }
    /// The kinds whose records have a figure for each of many periods, so that they can be followed.
    public var followed: Set<String> { Set(kinds.values.filter(\.hasPeriods).map(\.kind)) }
    public func havePeriods(_ kind: String) -> Bool { kinds[kind]?.hasPeriods ?? false }
}

extension Session {
    /// Whether a record can be followed: it has a figure for each of many periods, and there is one.
    public func meaning(of record: Subject) throws -> FigureMeaning? {
        try figures.kind(record.kind)?.meanings([record.number], self)[record.number]
    }

    /// A period of a record that somebody wrote, as an address has it; nil where it is none.
    public func period(of record: Subject, written: String) throws -> String? { try figures.kind(record.kind)?.period(record.number, written, self) }

    /// What figures said, day by day through today, as it is known now or was when the journal had so many entries. What is not on record is left out.
    public func courses(of asked: Set<AskedFigure>, asKnownAt size: Int64? = nil) throws -> [AskedFigure: FigureCourse] {
        guard !asked.isEmpty, let today else { return [:] }
        var courses: [AskedFigure: FigureCourse] = [:]
        for (name, own) in Dictionary(grouping: asked, by: \.record.kind) {
            guard let kind = figures.kind(name) else { continue }
            let meanings = try kind.meanings(Set(own.map(\.record.number)).sorted(), self)
            let days = try kind.days(own.filter { meanings[$0.record.number] != nil }, today, size, self)
            for one in own { if let meaning = meanings[one.record.number] { courses[one] = FigureCourse(meaning, days[one] ?? []) } }
        }
        return courses
    }
}

extension Figures {
    fileprivate func kind(_ name: String) -> FigureKind? { kinds[name] }
}
