import Kernel
import Markup
import People
import Web

/// What was promised and forecast for an action over time, against what came.
struct ForecastCard {
    let item: ActionView
    let plan: Plan
    let viewer: Viewer

    var card: HTML {
        let said = item.updates.filter { $0.forecast != nil }
        guard !said.isEmpty || item.completion != nil && item.due != nil else { return .empty }
        return Markup.card("Forecast and outcome", id: "forecasts", "\(outcome)\(chart)\(table(of: said))")
    }

    private var outcome: HTML {
        var pairs: [(String, HTML)] = [("First promised", item.dueDay.first.map { "\($0)" } ?? "No day"), ("In force", item.due.map { "\($0)" } ?? "No day")]
        if let forecast = item.forecast { pairs.append(("Expected", "\(forecast)")) }
        if let done = item.completion?.on {
            pairs.append(("Done", "\(done)"))
            if let first = item.dueDay.first { pairs.append(("Against the first promise", against(first, done))) }
            if let due = item.due { pairs.append(("Against the day in force", against(due, done))) }
            if let gap = item.outcome(of: plan, daysBefore: OptimismGap.usualDays) {
                pairs.append(("Against what was \(gap.isPromise ? "promised" : "forecast") \(OptimismGap.usualDays) days before", against(gap.forecast, done)))
            }
        }
        return facts(pairs)
    }

    private func against(_ day: Day, _ done: Day) -> HTML {
        let late = day.days(until: done)
        return late == 0 ? "On the day" : "\(counted(abs(late), "day")) \(late > 0 ? "late" : "early")"
    }

    private var chart: HTML { slippage(Slippage([item], on: viewer.day).points, on: viewer.day) }

    private func table(of said: [ProgressUpdate]) -> HTML {
        guard !said.isEmpty else { return .empty }
        let rows = said.reversed().map { update -> [HTML] in
            let promised = DueDay(item.action, item.dueDay.moves, on: update.asOf).inForce
            let apart = update.forecast.flatMap { forecast in promised.map { $0.days(until: forecast) } }
            let words = apart.map { $0 == 0 ? "As promised" : "\(counted(abs($0), "day")) \($0 > 0 ? "later" : "sooner")" } ?? "No day was promised"
            return ["\(update.asOf)", "\(update.forecast.map(\.description) ?? "")", "\(words)", update.stated.map { tag($0.words, $0.tone) } ?? .empty]
        }
        return Markup.table(
            columns: [Column("Said on", .day), Column("Expected then", .day), Column("Against the promise then"), Column("Owner’s status")], rows: rows)
    }
}
