public import Kernel
public import People

/// Who makes which check: as many each as can be, two in their own office for one in another, and never anybody their own work.
public struct ReviewerSpread: Sendable {
    /// Somebody who checks.
    public struct Reviewer: Sendable {
        let party: ID<Party>
        let office: ID<Party>?
        /// Who stands behind it: the person, or the holders of a post.
        let behind: Set<ID<Party>>

        public init(_ party: ID<Party>, office: ID<Party>?, behind: Set<ID<Party>>) { (self.party, self.office, self.behind) = (party, office, behind.union([party])) }
    }

    /// Work that is to be checked.
    public struct Drawn: Sendable {
        let office: ID<Party>?
        let barred: Set<ID<Party>>

        public init(office: ID<Party>?, barred: Set<ID<Party>>) { (self.office, self.barred) = (office, barred) }
    }

    /// In the order of the work; nil where everybody did it themselves.
    public let reviewers: [ID<Party>?]

    /// - Parameter reviewers: in the order in which they were named, which decides where nothing else does.
    public init(of work: [Drawn], among reviewers: [Reviewer]) {
        var (own, other) = (Array(repeating: 0, count: reviewers.count), Array(repeating: 0, count: reviewers.count))
        self.reviewers = work.map { drawn in
            func isOther(_ place: Int) -> Bool { drawn.office != nil && reviewers[place].office != nil && drawn.office != reviewers[place].office }
            let able = reviewers.indices.filter { reviewers[$0].behind.isDisjoint(with: drawn.barred) }
            let chosen = able.min { a, b in
                func rank(_ place: Int) -> (Int, Int, Int) {
                    let wantsOther = own[place] >= 2 * (other[place] + 1)
                    return (own[place] + other[place], isOther(place) == wantsOther ? 0 : 1, place)
                }
                return rank(a) < rank(b)
            }
            guard let chosen else { return nil }
            if isOther(chosen) { other[chosen] += 1 } else { own[chosen] += 1 }
            return reviewers[chosen].party
        }
    }

    /// Days by which so many checks are due, evenly over a stretch.
    public static func days(_ count: Int, after first: Day, through last: Day) -> [Day] {
        (0..<count).map { first.adding(days: first.days(until: last) * ($0 + 1) / count) }
    }
}
