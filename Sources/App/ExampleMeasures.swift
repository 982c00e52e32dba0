import Foundation
import Kernel
import Performance
import Plans
import Storage

/// What the fictional service measures, and what was read month by month.
enum ExampleMeasures {
    private struct Story: Decodable, Sendable {
        let on: Day
        let plan: String
        let finding: String?
        let action: String?
        let title: String
        let unit: String
        let polarity: SuccessMeasure.Polarity
        let threshold: Quantity
        /// The reference of the service's own measure that it follows.
        let follows: String?
        let readings: [Reading]

        struct Reading: Decodable, Sendable {
            let recorded: Day
            let on: Day
            let value: Quantity
            let note: String?
        }
    }

    static func deeds(by actor: Actor) throws -> [ExampleDeed] {
        try ExampleDeed.read([Story].self, "measures.json").flatMap { story in
            [ExampleDeed(.inBritain(story.on, hour: 14)) { desk in
                try await desk.write(by: actor) { work in
                    let plan = try work.session.plan(story.plan)
                    let follows = try story.follows.map { try work.session.measure($0).subject }
                    let new = NewMeasure(title: story.title, unit: story.unit, polarity: story.polarity, threshold: story.threshold, follows: follows)
                    if let action = story.action {
                        try Plans().measure(work.session.action(action, in: plan), of: plan, by: new, work)
                    } else {
                        try Plans().measure(work.session.finding(story.finding ?? "", in: plan), of: plan, by: new, work)
                    }
                }
            }] + story.readings.map { reading in
                ExampleDeed(.inBritain(reading.recorded, hour: 15, minute: reading.recorded.number * 13 % 60)) { desk in
                    try await desk.write(by: actor) { work in
                        let plan = try work.session.plan(story.plan)
                        guard let measure = try work.session.first(
                            SuccessMeasure.self, "WHERE plan = \(plan.id) AND title = \(story.title)") else { return }
                        try Plans().read(measure, of: plan, NewReading(on: reading.on, value: reading.value, note: reading.note), work)
                    }
                }
            }
        }
    }
}
