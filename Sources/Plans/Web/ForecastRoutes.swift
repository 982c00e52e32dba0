import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Forecast against outcome: of a plan, of an owner, of the whole service.
extension PlanPages {
    func forecasts(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/forecasts") { _, context in
            let (reference, before) = (try context.part("plan"), context.daysBefore)
            return try await sharedPage(context, "forecasts \(before)", reference) { view, viewer, _ in
                OptimismPage(scope: .plan(view), views: [view], daysBefore: before, viewer: viewer).page
            }
        }
        members.get("forecasts") { _, context in
            let before = context.daysBefore
            return try await ownPage(context, "forecasts \(before)") { viewer, session in
                OptimismPage(scope: .everything, views: try views(session, context), daysBefore: before, viewer: viewer).page
            }
        }
        members.get("forecasts/:party") { _, context in
            let (id, before): (ID<Party>, Int) = (try context.id("party"), context.daysBefore)
            return try await ownPage(context, "forecasts of \(id) \(before)") { viewer, session in
                OptimismPage(scope: .owner(try session.owner(id)), views: try views(session, context), daysBefore: before, viewer: viewer).page
            }
        }
    }
}

extension MemberContext {
    fileprivate var daysBefore: Int {
        query["before"].flatMap { Int($0) }.flatMap { OptimismPage.choices.contains($0) ? $0 : nil } ?? OptimismGap.usualDays
    }
}
