import Kernel
import Markup
import Web

/// Which checks are seen together, as the address says: of work done in a period, by one criterion or all.
struct TrendFilter: Sendable {
    let period: Period
    /// The code of a criterion; nil where anything that did not pass counts.
    let criterion: String?

    /// The last year through the day, where no days are asked for.
    ///
    /// - Throws: `period-ends-before-it-starts`, `fields-need-attention`
    init(_ query: AddressQuery, on day: Day) throws {
        try self.init(from: query["from"], through: query["through"], criterion: query["criterion"], on: day)
    }

    /// - Throws: `period-ends-before-it-starts`, `fields-need-attention`
    init(from: String?, through: String?, criterion: String?, on day: Day) throws {
        func asked(_ name: String, _ written: String?, _ otherwise: Day) throws(Refusal) -> Day {
            guard let written, !written.isEmpty else { return otherwise }
            guard let day = Day(iso: written), Day.entered.contains(day) else {
                throw .fields([.init(name, "“\(written.prefix(20))” is no day. Write it as in 2026-03-31.")])
            }
            return day
        }
        let through = try asked("through", through, day)
        let from = try asked("from", from, through.adding(months: -12).adding(days: 1))
        guard from.days(until: through) <= 20 * 366 else { throw Refusal.fields([.init("from", "That is more than twenty years. Choose a shorter time.")]) }
        period = try Period(from: from, through: through)
        self.criterion = criterion
    }

    func link(_ page: Link) -> Link { link(page, by: criterion) }
    func link(_ page: Link, by code: String?) -> Link { page.adding("from", period.from.iso).adding("through", period.through.iso).adding("criterion", code) }
}
