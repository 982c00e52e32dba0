internal import CSodium

/// Sixteen bytes for each leaf, so that a row can't be guessed from its hash: the first of HMAC-SHA-256(secret, index as eight bytes, the
/// highest first), where up to 1,024 leaves share a secret of thirty-two random bytes and are numbered from 0.
struct BulkSecret {
    private let begun: crypto_auth_hmacsha256_state

    init(_ secret: [UInt8]) {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, secret, secret.count)
        begun = state
    }

    func salt(_ index: Int64) -> [UInt8] {
        var state = begun
        withUnsafeBytes(of: index.bigEndian) { number in
            _ = crypto_auth_hmacsha256_update(&state, number.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(number.count))
        }
        var bytes = [UInt8](repeating: 0, count: 32)
        crypto_auth_hmacsha256_final(&state, &bytes)
        return Array(bytes.prefix(BulkSalts.size))
    }
}

/// Secrets in the making, for leaves that come one by one.
struct GrowingSalts {
    private let salt: Salt
    private(set) var secrets: [[UInt8]] = []
    private var count: Int64 = 0
    private var secret = BulkSecret([])

    init(_ salt: Salt) { self.salt = salt }

    mutating func next() -> [UInt8] {
        let index = count & (Bulk.block - 1)
        if index == 0 {
            let random = salt.make() + salt.make()
            secrets.append(random)
            secret = BulkSecret(random)
        }
        count += 1
        return secret.salt(index)
    }
}

/// The salts of the leaves under one entry. Those of what was added and of what was changed are made apart, as nobody knows how many will
/// be added when the first change comes: the blocks of changes have the numbers -1, -2 and so on.
struct BulkSalts {
    static let size = 16

    private enum Block { case secret(BulkSecret), each([UInt8]), none }

    private let session: Session
    private let line: BulkLine
    private var blocks: [Int64: Block] = [:]

    init(_ session: Session, _ line: BulkLine) { (self.session, self.line) = (session, line) }

    private func part(of place: Int64) -> (block: Int64, index: Int64, count: Int64) {
        let isAdded = place < line.commitment.added
        let (own, all) = isAdded ? (place, line.commitment.added) : (place - line.commitment.added, line.commitment.changed)
        let block = own >> Bulk.keptLevel
        return (isAdded ? block : -1 - block, own & (Bulk.block - 1), min(Bulk.block, all - block << Bulk.keptLevel))
    }

    private mutating func block(_ number: Int64) throws -> Block {
        if let known = blocks[number] { return known }
        let found: [Block] = try session.rows("SELECT secret, salts FROM bulk_secret WHERE bulk = \(line.number) AND block = \(number)") { row in
            let (secret, salts): ([UInt8]?, [UInt8]?) = (try row.next(), try row.next())
            return secret.map { .secret(BulkSecret($0)) } ?? salts.map { .each($0) } ?? .none
        }
        blocks[number] = found.first ?? Block.none
        return found.first ?? .none
    }

    /// Nil where it was removed.
    mutating func salt(at place: Int64) throws -> [UInt8]? {
        let (number, index, _) = part(of: place)
        switch try block(number) {
        case .secret(let secret): return secret.salt(index)
        case .each(let salts):
            let start = Int(index) * Self.size
            guard salts.indices.contains(start + Self.size - 1) else { return nil }
            let own = Array(salts[start..<start + Self.size])
            return own.contains { $0 != 0 } ? own : nil
        case .none: return nil
        }
    }

    /// Makes sure that a salt is found out by nobody any more: the secret of its block goes, and the salts of all others there are kept.
    mutating func remove(at place: Int64) throws {
        let (number, index, count) = part(of: place)
        let first = place - index
        var salts: [UInt8] = []
        for other in first..<first + count {
            salts += try (other == place ? nil : salt(at: other)) ?? [UInt8](repeating: 0, count: Self.size)
        }
        try session.run("UPDATE bulk_secret SET secret = NULL, salts = \(salts) WHERE bulk = \(line.number) AND block = \(number)")
        blocks[number] = .each(salts)
    }
}
