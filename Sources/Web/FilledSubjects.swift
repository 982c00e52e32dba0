public import Kernel
public import Markup
public import Storage

extension Filled {
    /// So many boxes can be looked over; of what there is more of, names are offered as one types.
    private static let mostBoxes = 15
    /// How many more things can be named at once.
    private static let lines = 3

    /// The things that a field names: as it was left, or as the record has it.
    public func subjects(_ name: String, _ stored: [Subject] = []) -> [Subject] { values(name, stored.map(\.description)).compactMap { Subject($0) } }

    /// Any of the things on record that can be spoken of; nothing where there are none.
    ///
    /// What there are few of, and what was chosen before, has boxes to tick. The rest is found by its name.
    public func subjects(
        _ name: String, _ legend: String, _ offered: [(subject: Subject, name: Name)], _ stored: [Subject] = [], hint: HTML? = nil
    ) -> HTML {
        guard !offered.isEmpty else { return .empty }
        let written = values(name, stored.map(\.description))
        let kinds = Dictionary(grouping: offered, by: \.subject.kind).sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        var few: Set<String> = []
        var boxes = 0
        for (kind, things) in kinds where boxes + things.count <= Self.mostBoxes {
            boxes += things.count
            few.insert(kind)
        }
        let ticked = offered.filter { few.contains($0.subject.kind) || written.contains($0.subject.description) }
        let known = Set(ticked.map(\.subject.description))
        let rest = offered.filter { !known.contains($0.subject.description) }
        let ticks: HTML = ticked.isEmpty ? .empty : checkboxes(
            name, legend, options: ticked.map { ($0.subject.description, $0.name.words) }, chosen: Set(written), hint: hint,
            error: error(name), required: false)
        guard !rest.isEmpty else { return ticks }
        let own = written.filter { !known.contains($0) }
        return ticks + choosing(
            name, ticked.isEmpty ? legend : "\(legend): something else", options: rest.map { ($0.subject.description, $0.name.words) },
            values: own + Array(repeating: "", count: max(1, Self.lines - own.count)),
            hint: "Type a part of what it is called, and choose it from the list.",
            error: ticked.isEmpty ? error(name) : nil, id: ticked.isEmpty ? name : name + "-else")
    }
}
