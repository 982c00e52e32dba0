public import Kernel
public import Premises

/// Compliance that was found at premises before audits were kept here, noted by hand with where it stands.
public struct NotedCompliance: Codable, Equatable, Sendable {
    public let id: ID<NotedCompliance>
    public var version: Int
    public let premises: ID<Premises>
    /// The day on which it was found.
    public let on: Day
    /// From 1, the best, to 5, the poorest.
    public let level: Int
    /// Where it stands: a file, a former system.
    public let source: String
    /// Why it counts no more, where it was noted by mistake.
    public var struck: String?

    public init(id: ID<NotedCompliance>, version: Int = 1, premises: ID<Premises>, on: Day, level: Int, source: String, struck: String? = nil) {
        (self.id, self.version, self.premises, self.on) = (id, version, premises, on)
        (self.level, self.source, self.struck) = (level, source, struck)
    }
}

/// What a person enters of compliance that was found before.
public struct NewNotedCompliance: Sendable, Equatable {
    public var on: Day
    public var level: Int
    public var source: String

    public init(on: Day, level: Int, source: String) { (self.on, self.level, self.source) = (on, level, source) }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "The day it was found")
        let level = fields.number("level", "The level", in: KnownCompliance.levels)
        if level == nil, fields.written("level").isEmpty { fields.refuse("level", "Choose the level that was found, from 1, the best, to 5, the poorest.") }
        self.level = level ?? 1
        source = fields.text("source", "Where it stands", atMost: 500)
    }
}
