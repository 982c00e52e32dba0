extension Telling {
    /// Where something is shown within the service: the parts of its path, what stands behind the question mark, and the place
    /// on the page. Pages make a link of it.
    public struct Place: Hashable, Sendable, Codable {
        public struct Choice: Hashable, Sendable, Codable {
            public let name: String
            public let value: String
        }

        public let path: [String]
        public private(set) var query: [Choice]
        public private(set) var anchor: String?

        public init(_ path: [String], on day: Day? = nil) {
            self.path = path
            query = day.map { [Choice(name: "on", value: $0.iso)] } ?? []
        }

        public func adding(_ name: String, _ value: String) -> Place {
            var address = self
            address.query.removeAll { $0.name == name }
            address.query.append(Choice(name: name, value: value))
            return address
        }

        public func at(_ anchor: String) -> Place {
            var address = self
            address.anchor = anchor
            return address
        }
    }
}
