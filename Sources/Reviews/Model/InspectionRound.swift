public import Kernel

/// One of the inspectorate's rounds: what it asks of every service and the grades it gives, as it published them.
///
/// A round is data and never changes: a new round is a new value beside the old ones, so a judgment is always read by the
/// questions and the grades of its day.
public struct InspectionRound: Sendable {
    /// One thing that is judged.
    public struct Question: Sendable, Equatable {
        /// The same from round to round for what is the same question, so that judgments can be compared.
        public let code: String
        /// What this round calls it.
        public let words: String
        public let part: Part
    }

    /// Under which of its three headings a question stands.
    public enum Part: String, Sendable, CaseIterable {
        case effectiveness = "Effectiveness"
        case efficiency = "Efficiency"
        case people = "People"
    }

    public let code: String
    public let name: String
    /// The day from which its first inspections were made.
    public let from: Day
    public let questions: [Question]
    /// The best first.
    public let grades: [Grade]
    /// Where the inspectorate says so.
    public let source: String

    public static func named(_ code: String) -> InspectionRound? { all.first { $0.code == code } }

    public func question(_ code: String) -> Question? { questions.first { $0.code == code } }

    /// In their order.
    public static let all = [
        InspectionRound(
            code: "round-1", name: "Round 1 (2018/19)", from: day(2018, 6, 1), questions: questions(.first), grades: four,
            source: "HMICFRS, 2018/19 FRS assessment: question set and judgment criteria; inspections from summer 2018 to autumn 2019."),
        InspectionRound(
            code: "round-2", name: "Round 2 (2021/22)", from: day(2021, 2, 1), questions: questions(.first), grades: four,
            source: "HMICFRS, proposed programme 2023/24 (9 May 2022): second full cycle, resumed in February 2021; four grades, as in Round 1."),
        InspectionRound(
            code: "round-3", name: "Round 3 (2023–25)", from: day(2023, 2, 1), questions: questions(.third), grades: Grade.allCases,
            source: "HMICFRS, assessment framework commencing January 2023 (23 December 2022), and proposed programme 2025–27: third full cycle from February 2023, which added “adequate”."),
    ]

    private static let four = Grade.allCases.filter { $0 != .adequate }

    private enum Wording { case first, third }

    private static func questions(_ wording: Wording) -> [Question] {
        let (effectiveness, efficiency, people) = (Part.effectiveness, Part.efficiency, Part.people)
        return [
            Question(code: "understanding-risk", words: "Understanding the risk of fire and other emergencies", part: effectiveness),
            Question(code: "preventing", words: "Preventing fires and other risks", part: effectiveness),
            Question(code: "protecting", words: "Protecting the public through fire regulation", part: effectiveness),
            Question(code: "responding", words: "Responding to fires and other emergencies", part: effectiveness),
            Question(code: "major-incidents", words: wording == .first ? "Responding to national risks" : "Responding to major and multi-agency incidents",
                     part: effectiveness),
            Question(code: "best-use-of-resources", words: "Making best use of resources", part: efficiency),
            Question(code: "affordability", words: "Making the service affordable now and in the future", part: efficiency),
            Question(code: "values-and-culture", words: "Promoting the right values and culture", part: people),
            Question(code: "right-people", words: "Getting the right people with the right skills", part: people),
            Question(code: "fairness", words: "Ensuring fairness and promoting diversity", part: people),
            Question(code: "leaders", words: "Managing performance and developing leaders", part: people),
        ]
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }
}

/// How well something was judged to be done. In their order, the best first.
public enum Grade: String, Codable, Sendable, CaseIterable, Comparable {
    case outstanding, good
    /// Given since Round 3.
    case adequate
    case requiresImprovement = "requires-improvement"
    case inadequate

    public var words: String {
        switch self {
        case .outstanding: "Outstanding"
        case .good: "Good"
        case .adequate: "Adequate"
        case .requiresImprovement: "Requires improvement"
        case .inadequate: "Inadequate"
        }
    }

    private var rank: Int { Grade.allCases.firstIndex(of: self) ?? 0 }

    /// The worse is the less.
    public static func < (one: Grade, other: Grade) -> Bool { one.rank > other.rank }
}
