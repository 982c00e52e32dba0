import Foundation
import Kernel

/// A part of a list, and the address of what follows.
struct PagePayload<Item: Encodable>: Encodable {
    let items: [Item]
    let next: String?
}

/// Where a list goes on: after an item, known by its key, or at its place where that item is gone meanwhile.
struct Cursor: Sendable, Equatable {
    let place: Int
    let key: String

    var written: String {
        Data("\(place)~\(key)".utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    init(place: Int, key: String) {
        self.place = place
        self.key = key
    }

    init?(_ written: String) {
        let plain = written.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), let text = String(validating: data, as: UTF8.self),
              let tilde = text.firstIndex(of: "~"), let place = Int(text[..<tilde]), place > 0 else { return nil }
        self.init(place: place, key: String(text[text.index(after: tilde)...]))
    }
}

extension Call {
    /// The page asked for of a list that is known whole.
    ///
    /// - Parameter key: what an item is found by when the list goes on; no two have the same.
    public func page<Item, Payload: Encodable>(
        _ all: [Item], by key: (Item) -> String, _ payload: (Item) throws -> Payload
    ) throws -> Reply {
        let cursor = try cursor()
        let start = cursor.map { cursor in
            all.firstIndex { key($0) == cursor.key }.map { $0 + 1 } ?? min(cursor.place, all.count)
        } ?? 0
        let items = all[start...].prefix(limit)
        let next = items.endIndex < all.count ? items.last.map { Cursor(place: items.endIndex, key: key($0)) } : nil
        return try page(items.map(payload), next: next)
    }

    /// The page asked for of a list that is known by what its rows are called: what they hold is read for the page alone.
    public func page<Item, Payload: Encodable>(known all: [Item], by key: (Item) -> String, reading: ([Item]) throws -> [Payload]) throws -> Reply {
        let cursor = try cursor()
        let start = cursor.map { cursor in
            // Mostly it stands where it stood.
            if all.indices.contains(cursor.place - 1), key(all[cursor.place - 1]) == cursor.key { return cursor.place }
            return all.firstIndex { key($0) == cursor.key }.map { $0 + 1 } ?? min(cursor.place, all.count)
        } ?? 0
        let items = all[start...].prefix(limit)
        let next = items.endIndex < all.count ? items.last.map { Cursor(place: items.endIndex, key: key($0)) } : nil
        return try page(reading(Array(items)), next: next)
    }

    /// The page asked for of a list that only grows, by a number that rises; the rows are asked for with one more than the page holds.
    ///
    /// - Parameter rows: those that follow a number, or the first of all.
    public func page<Item, Payload: Encodable>(
        by number: (Item) -> Int64, rows: (_ after: Int64?, _ limit: Int) throws -> [Item], _ payload: (Item) throws -> Payload
    ) throws -> Reply {
        let after = try cursor().map { cursor throws(Problem) -> Int64 in
            guard let number = Int64(cursor.key) else { throw .cursorNotUsable }
            return number
        }
        let found = try rows(after, limit + 1)
        let items = found.prefix(limit)
        let next = found.count > limit ? items.last.map { Cursor(place: 1, key: String(number($0))) } : nil
        return try page(items.map(payload), next: next)
    }

    private func page(_ items: [some Encodable], next: Cursor?) throws -> Reply {
        let next = next.map { cursor in
            let pairs = query.pairs.filter { $0.name != "cursor" }.map { ($0.name, $0.value) } + [("cursor", cursor.written)]
            return arrival.path + "?" + pairs.map { "\(URLEncoded.encoded($0.0))=\(URLEncoded.encoded($0.1))" }.joined(separator: "&")
        }
        var reply = try Reply.showing(PagePayload(items: items, next: next))
        reply.next = next
        return reply
    }

    private var limit: Int { query["limit"].flatMap { Int($0) } ?? 50 }

    private func cursor() throws(Problem) -> Cursor? {
        guard let written = query["cursor"] else { return nil }
        guard let cursor = Cursor(written) else { throw .cursorNotUsable }
        return cursor
    }
}
