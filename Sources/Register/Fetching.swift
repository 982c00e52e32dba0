public import Kernel

/// How files are fetched from other services: given by the program, so that nothing here opens a connection.
public struct Fetching: Sendable {
    /// - Parameters:
    ///   - address: what is fetched.
    ///   - most: how many bytes at most.
    ///   - allowsPrivate: whether it may be at an address that is not on the public internet.
    /// - Throws: `Fetching.Fault`
    public typealias Fetch = @Sendable (_ address: WebAddress, _ most: Int, _ allowsPrivate: Bool) async throws -> [UInt8]

    let fetch: Fetch

    public init(_ fetch: @escaping Fetch) { self.fetch = fetch }

    /// Why nothing could be had of another service's file, in a sentence for whoever keeps the sources.
    public struct Fault: Error, Equatable, Sendable {
        public let sentence: String

        public init(_ sentence: String) { self.sentence = sentence }
    }
}
