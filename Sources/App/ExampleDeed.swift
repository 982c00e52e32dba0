import Foundation
import Kernel
import Storage

/// One deed in the life of the example service: when it was done, and the verbs that do it.
///
/// Each part of the example gives its own deeds, and they are told in the order of their moments whoever gives them.
struct ExampleDeed: Sendable {
    let at: Moment
    let tell: @Sendable (Desk) async throws -> Void

    init(_ at: Moment, _ tell: @escaping @Sendable (Desk) async throws -> Void) {
        self.at = at
        self.tell = tell
    }

    static func tell(_ deeds: [ExampleDeed], _ clock: MovingClock, _ desk: Desk) async throws {
        for deed in deeds.stablySorted(by: \.at) {
            clock.set(deed.at)
            try await deed.tell(desk)
        }
    }

    /// What one of the example's files tells.
    static func read<Story: Decodable>(_ type: Story.Type, _ file: String) throws -> Story {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(file)))
    }

    static var folder: URL {
        get throws {
            guard let resources = Bundle.module.resourceURL else { throw CocoaError(.fileNoSuchFile) }
            return resources.appendingPathComponent("Example")
        }
    }
}
