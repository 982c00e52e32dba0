import HTTPTypes
import Hummingbird
import Kernel

extension Site {
    /// The visit of the token that a program sends (`Authorization: Bearer …`, RFC 6750); nil where it sends none.
    ///
    /// A right token is never kept waiting. Wrong ones are slowed by the address they come from.
    /// - Throws: `token-not-good`, `tried-too-often`
    func programVisit(_ request: Request, client: String, at moment: Moment) async throws -> Visit? {
        guard let header = request.headers[.authorization] else { return nil }
        let words = header.split(separator: " ", omittingEmptySubsequences: true)
        if words.count == 2, words[0].lowercased() == "bearer", words[1].utf8.count <= 512,
           let visit = try await doorkeeper.visit(ofProgram: String(words[1]), at: moment) { return visit }
        try wrongTokens.admit(client, at: moment)
        throw Problem.tokenNotGood
    }
}
