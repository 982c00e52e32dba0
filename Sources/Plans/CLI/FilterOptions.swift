public import ArgumentParser
import Kernel
import People
import Storage

/// What of a plan is wanted and in which order, as the address of its page says it.
struct FilterOptions: ParsableArguments, Sendable {
    @Option(help: "Only actions that this person, post or team owns.", completion: .parties) var owner: String?
    @Option(help: "Only actions that stand so: blue, green, amber, red or grey.") var standing: Colour?
    @Option(help: "Only actions due so: \(PlanFilter.Due.allCases.map(\.rawValue).joined(separator: ", ")).") var due: PlanFilter.Due?
    @Option(help: "Only actions that are not done and are due from the next day to this one.") var leftBy: Day?
    @Option(help: "Only actions whose evidence stands so: \(PlanFilter.Shown.allCases.map(\.rawValue).joined(separator: ", ")).") var evidence: PlanFilter.Shown?
    @Option(help: "Only actions that are done and stand so: \(PlanFilter.Done.allCases.map(\.rawValue).joined(separator: ", ")).") var done: PlanFilter.Done?
    @Option(help: "Only actions with these words.") var words: String?
    @Option(help: "Sort by ref, owner, due or standing; -due turns it round.") var sort: String?

    func filter(_ session: Session) throws -> PlanFilter {
        var filter = PlanFilter()
        if let owner {
            guard let party = try Parties(session).named(owner) else {
                throw Refusal.missing("party-not-found", "There is no person, post or team named “\(owner)”. See: muster person list")
            }
            filter.owner = party.id
        }
        filter.leftBy = leftBy
        (filter.standing, filter.due, filter.evidence, filter.done, filter.words) = (standing, due, evidence, done, words)
        if let sort {
            filter.isDescending = sort.hasPrefix("-")
            filter.order = PlanFilter.Order(rawValue: filter.isDescending ? String(sort.dropFirst()) : sort)
            guard filter.order != nil else {
                throw Refusal.invalid("no-such-order", "A plan is sorted by ref, owner, due or standing, not by “\(sort)”.")
            }
        }
        return filter
    }
}

extension Colour: ExpressibleByArgument {}
extension PlanFilter.Due: ExpressibleByArgument {}
extension PlanFilter.Shown: ExpressibleByArgument {}
extension PlanFilter.Done: ExpressibleByArgument {}
