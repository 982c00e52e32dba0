import CSodium
import Foundation
import Kernel
import NIOPosix
import Synchronization

/// What hashing one password costs a machine: argon2id's passes and memory.
public struct PasswordCost: Sendable, Equatable {
    public let passes: UInt64
    public let bytes: Int

    public init(passes: UInt64, bytes: Int) {
        self.passes = passes
        self.bytes = bytes
    }

    /// Two passes over 64 MiB; OWASP's Password Storage Cheat Sheet asks for two over 19 MiB at least.
    public static let standard = PasswordCost(passes: 2, bytes: 64 << 20)
}

/// Hashes and checks passwords with libsodium's argon2id, two at a time on threads of its own.
public final class Passwords: Sendable {
    private let cost: PasswordCost
    private let threads: NIOThreadPool
    private let waiting = Mutex(0)
    /// Checked in place of a hash that is not there, so that an unknown e-mail takes as long as a known one.
    let nobody: String

    public init(cost: PasswordCost = .standard) {
        _ = sodium_init()
        self.cost = cost
        nobody = "$argon2id$v=19$m=\(cost.bytes >> 10),t=\(cost.passes),p=1$"
            + String(repeating: "A", count: 22) + "$" + String(repeating: "A", count: 43)
        threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
    }

    deinit { threads.shutdownGracefully { _ in } }

    /// - Throws: `too-busy` when more than 50 are waiting.
    public func hash(_ password: String) async throws -> String {
        try await run { [cost] in
            var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
            let text = Passwords.bytes(password)
            guard crypto_pwhash_str(&out, text, UInt64(text.count), cost.passes, cost.bytes) == 0 else {
                throw PasswordNotHashed()
            }
            return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// Whether the password is the one behind the hash. Without a hash the answer is no, after the same work.
    ///
    /// - Throws: `too-busy` when more than 50 are waiting.
    public func verify(_ password: String, against hash: String?) async throws -> Bool {
        try await run { [nobody] in
            let text = Passwords.bytes(password)
            let right = crypto_pwhash_str_verify(hash ?? nobody, text, UInt64(text.count)) == 0
            return right && hash != nil
        }
    }

    /// Whether a hash was made at another cost than the one now asked for.
    public func isOutdated(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.bytes) != 0
    }

    private func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        let room = waiting.withLock { count in
            guard count < 50 else { return false }
            count += 1
            return true
        }
        guard room else { throw Refusal("too-busy", .tooMany, "Too many people are signing in just now. Try again in a minute.") }
        defer { waiting.withLock { $0 -= 1 } }
        return try await threads.runIfActive(body)
    }

    /// Two ways of typing one accented letter are one password.
    private static func bytes(_ password: String) -> [CChar] {
        Array(password.precomposedStringWithCanonicalMapping.utf8).map { CChar(bitPattern: $0) }
    }
}

/// The machine had not the memory for one hash.
struct PasswordNotHashed: Error {}
