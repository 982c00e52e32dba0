public import Kernel

/// The refusal that `body` ends with; nil when it is done. Anything else that it throws is thrown on.
public func refusal(_ body: () throws -> Void) throws -> Refusal? {
    do {
        try body()
        return nil
    } catch let refusal as Refusal {
        return refusal
    }
}

/// The refusal that `body` ends with, waiting for it; nil when it is done. Anything else that it throws is thrown on.
public func refusal(_ body: () async throws -> Void) async throws -> Refusal? {
    do {
        try await body()
        return nil
    } catch let refusal as Refusal {
        return refusal
    }
}
