import Documents
import Kernel

/// Everything that a paper covers, in full, as a workbook: a sheet for each plan.
struct PlanWorkbook {
    let paper: Paper
    let tellings: [Telling]

    static let columns = [
        "Finding", "Finding text", "Kind", "Action", "Action text", "Owners", "Due", "First promised", "Instead of a day", "Status", "Reasons", "Owner expects", "Done", "Said on",
        "Progress",
    ]

    func bytes() throws -> [UInt8] {
        try Workbook(title: paper.title, made: .inBritain(paper.to, hour: 0), tabs: tellings.map { telling in
            Workbook.Tab(telling.title, header: PlanWorkbook.columns, rows: telling.groups.flatMap { group in group.items.map { cells($0, group) } })
        }).bytes()
    }

    private func cells(_ item: Telling.Item, _ group: Telling.Group) -> [Workbook.Value] {
        func text(_ text: String?) -> Workbook.Value { text.map { .text($0) } ?? .blank }
        func day(_ day: Day?) -> Workbook.Value { day.map { .day($0) } ?? .blank }
        return [
            text(group.reference), text(group.words), text(group.kind), text(item.reference), text(item.words), text(item.owners.joined(separator: "; ")), day(item.due), day(item.firstDue),
            text(item.dueWritten), text(item.stands.label ?? item.stands.words), text(item.stands.why), day(item.forecast), day(item.doneOn), day(item.saidOn), text(item.said),
        ]
    }
}
