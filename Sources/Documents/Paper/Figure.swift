public import Kernel
public import Markup

extension Block {
    /// A chart with what it shows said in words, for those who don't see it and for plain text.
    public struct Figure: Sendable, Hashable, Codable {
        public var caption: String
        public var chart: Chart

        public init(_ caption: String, _ chart: Chart) {
            self.caption = caption
            self.chart = chart
        }
    }

    /// What a figure draws. It holds the facts, and each writer draws them as its paper wants.
    public enum Chart: Sendable, Hashable {
        /// The shares of a whole as one bar.
        case shares(Shares)
        /// What was due by each day against what was done.
        case burnUp(BurnUp)
        case timeline(Timeline)
        /// What a whole was made of on one day after another.
        case overTime(OverTime)
        /// By how many days promises had slipped, over time.
        case slippage(Slippage)
        /// A run of figures with their mean, their limits and what is to be reached.
        case control(Charted)
    }

    public struct Slippage: Sendable, Hashable, Codable {
        /// The earliest first.
        public var slips: [Slip]
        public var on: Day

        public init(_ slips: [Slip], on day: Day) {
            self.slips = slips
            on = day
        }
    }

    public struct OverTime: Sendable, Hashable, Codable {
        /// The earliest first.
        public var days: [SharesOfDay]
        public var noun: String

        public init(_ days: [SharesOfDay], of noun: String = "action") {
            self.days = days
            self.noun = noun
        }
    }

    public struct Shares: Sendable, Hashable, Codable {
        public var shares: [Share]
        /// What is counted, one of them: `action`.
        public var noun: String

        public init(_ shares: [Share], of noun: String = "action") {
            self.shares = shares
            self.noun = noun
        }
    }

    public struct BurnUp: Sendable, Hashable, Codable {
        public var due: [Day]
        public var done: [Day]
        public var on: Day
        public var from: Day?
        public var planEnds: Day?
        public var noun: String

        public init(due: [Day], done: [Day], on day: Day, from: Day? = nil, planEnds: Day? = nil, of noun: String = "action") {
            self.due = due
            self.done = done
            on = day
            self.from = from
            self.planEnds = planEnds
            self.noun = noun
        }
    }

    public struct Timeline: Sendable, Hashable, Codable {
        public var rows: [TimelineRow]
        public var on: Day
        public var planEnds: Day?

        public init(_ rows: [TimelineRow], on day: Day, planEnds: Day? = nil) {
            self.rows = rows
            on = day
            self.planEnds = planEnds
        }
    }
}
