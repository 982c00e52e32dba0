import ArgumentParser
import Documents
import Kernel
import People
import Storage

/// Which notices a command speaks of.
struct NoticeChoice: ParsableArguments, Sendable {
    @Option(help: "Only notices of this type: \(NoticeType.allCases.map(\.rawValue).joined(separator: ", ")).") var type: NoticeType?
    @Option(help: "Only notices that stand so: open, or \(NoticeState.allCases.map(\.rawValue).joined(separator: ", ")).") var state: String?
    @Option(help: "Only notices with these words.") var words: String?
    @Option(help: "Sort by \(NoticeFilter.Order.allCases.map(\.rawValue).joined(separator: ", ")); --sort=-next turns it round.") var sort: String?

    /// - Throws: `fields-need-attention`
    func filter() throws -> NoticeFilter {
        var filter = NoticeFilter()
        (filter.type, filter.state, filter.words, filter.sort) = (type, state, words, sort)
        if let state, state != NoticeFilter.openWord, NoticeState(rawValue: state) == nil {
            throw Refusal.fields([.init("state", "No notice stands as “\(state)”. Say open, or one of \(listed(NoticeState.allCases.map(\.rawValue), joinedBy: "or")).")])
        }
        return filter
    }
}

/// Which cases a command speaks of.
struct CaseChoice: ParsableArguments, Sendable {
    @Option(help: "Only cases that stand so: open or closed.") var standing: CaseFilter.Standing?
    @Option(help: "Only cases that arose so: \(EnforcementCase.Origin.allCases.map(\.rawValue).joined(separator: ", ")).") var origin: EnforcementCase.Origin?
    @Option(help: "Only cases with these words.") var words: String?

    func filter() -> CaseFilter {
        var filter = CaseFilter()
        (filter.standing, filter.origin, filter.words) = (standing, origin, words)
        return filter
    }
}

extension NoticeCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the list of notices away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster notice export --state open --output notices.xlsx", "muster notice export > notices.csv")
        @OptionGroup var choice: NoticeChoice
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try CasePolicy.reads.check(actor)
            let (day, filter) = (day.on ?? desk.clock.today, try choice.filter())
            let export = try await desk.read { NoticeExport(views: filter.shown(try $0.noticeViews(on: day)), day: day) }
            try table.write { try export.bytes(as: $0) }
        }
    }
}

extension CaseCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the list of cases away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster case export --standing open --output cases.xlsx", "muster case export > cases.csv")
        @OptionGroup var choice: CaseChoice
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try CasePolicy.reads.check(actor)
            let (day, filter) = (day.on ?? desk.clock.today, choice.filter())
            let export = try await desk.read { CaseExport(cases: filter.shown(try $0.allCases(), on: day), day: day) }
            try table.write { try export.bytes(as: $0) }
        }
    }
}
