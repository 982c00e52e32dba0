/// What a thing on record has to say of itself between two days, for whoever writes about it: sentences with the records
/// behind them, numbers that a claim can be held against, and how all of it stands on the last day.
///
/// It is made from records and days alone, so the same records say the same again.
public struct Telling: Equatable, Sendable, Codable {
    /// The parts in which it is told.
    public enum Part: String, Sendable, Codable, CaseIterable {
        /// What it is, where it comes from and how long it runs.
        case background
        /// What a board is asked to decide about it: `decide whether …`.
        case asked
        /// How it stands and how much changed.
        case summary
        /// What was done and reached.
        case reached
        /// What was moved, added, taken out or reopened.
        case changed
        /// What of it is verified and closed, and by whom.
        case closing
        /// What is late, and why.
        case late
        /// What is open and waits for another.
        case waiting
        /// What stands otherwise than is computed, since somebody set it for a while.
        case set
        /// What is due before the next meeting.
        case next
        /// What is left to deliver.
        case left
        /// What it costs.
        case money
        /// Who is needed for it, in full-time equivalents.
        case people

        public var heading: String {
            switch self {
            case .background: "Background"
            case .asked: "Asked of the board"
            case .summary: "Summary"
            case .reached: "Progress and milestones reached"
            case .changed: "Changes to the plan"
            case .closing: "Verified and closed"
            case .late: "Late, and why"
            case .waiting: "What waits for what"
            case .set: "Standings that were set"
            case .next: "Due before the next meeting"
            case .left: "Key areas left to deliver"
            case .money: "Costs"
            case .people: "Staffing"
            }
        }
    }

    public struct Passage: Equatable, Sendable, Codable {
        public let part: Part
        public let lines: [Line]

        public init(_ part: Part, _ lines: [Line]) {
            self.part = part
            self.lines = lines
        }
    }

    public let subject: Subject
    public let title: String
    /// On the last of the two days.
    public let address: Place
    public let from: Day
    public let to: Day
    public let next: Day?
    /// Nothing was recorded that changed it.
    public let isUnchanged: Bool
    public let passages: [Passage]
    public let counts: [Count]
    public let mentions: [Mention]
    public let questions: [Question]
    public let groups: [Group]
    /// How many stood in each colour on days up to the last one, the earliest first; empty where nobody asked for it.
    public var course: [Course]
    /// By how many days promises had slipped, the earliest first.
    public var slips: [Slip]

    public init(
        subject: Subject, title: String, address: Place, from: Day, to: Day, next: Day? = nil, isUnchanged: Bool,
        passages: [Passage], counts: [Count] = [], mentions: [Mention] = [], questions: [Question] = [], groups: [Group] = [], course: [Course] = [], slips: [Slip] = []
    ) {
        self.subject = subject
        self.title = title
        self.address = address
        self.from = from
        self.to = to
        self.next = next
        self.isUnchanged = isUnchanged
        self.passages = passages
        self.counts = counts
        self.mentions = mentions
        self.questions = questions
        self.groups = groups
        self.course = course
        self.slips = slips
    }

    public func lines(_ part: Part) -> [Line] { passages.first { $0.part == part }?.lines ?? [] }

    /// Every phrase that leads to records, as it stands in the sentences.
    public var cites: [Cite] { passages.flatMap(\.lines).flatMap(\.cites) }
}
