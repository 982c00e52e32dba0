import Kernel
public import Storage

extension PremisesImport: Record {
    public static let table = Table("premises_import", [
        "id", "version", "file", "sha256", "size", "columns_matched", "rows_read", "unchanged", "gone", "left_out", "left_empty", "on_day", "first", "added", "changed", "root",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        file = try row.next()
        sha256 = try row.next()
        size = try row.next()
        columns = (try row.next() as String).split(separator: "\n").map(String.init)
        rows = try row.next()
        unchanged = try row.next()
        gone = try row.next()
        leftOut = try row.next()
        leftEmpty = try row.next()
        on = try row.next()
        taken = TakenRows(first: try row.next(), added: try row.next(), changed: try row.next(), root: try row.next())
    }

    public var values: [Value] {
        Value.row(
            id, version, file, sha256, size, columns.joined(separator: "\n"), rows, unchanged, gone, leftOut, leftEmpty, on, taken.first, taken.added, taken.changed,
            taken.root)
    }
}

extension PremisesImport: Committing {
    public var commitment: Commitment {
        Commitment(
            kind: Premises.table.name, first: taken.first, added: Int64(taken.added), changed: Int64(taken.changed),
            root: Hash(hex: taken.root) ?? MerkleTree.empty)
    }
}

extension TakenRows {
    init(_ commitment: Commitment) {
        self.init(first: commitment.first, added: Int(commitment.added), changed: Int(commitment.changed), root: commitment.root.description)
    }
}

extension Premises: BulkRecord {
    /// By hand, since it is written for each of a million; a test holds it to what the journal writes.
    public func writeState(onto bytes: inout [UInt8]) {
        var state = StateWriter()
        swap(&state.bytes, &bytes)
        state.list("address", address)
        state.text("area", area)
        state.text("height", height?.exact)
        state.number("id", id.number)
        state.number("mergedInto", mergedInto?.number)
        state.text("mergedOn", mergedOn?.iso)
        state.text("name", name)
        state.text("notes", notes)
        if let place {
            state.key("place")
            state.nested {
                $0.real("latitude", place.latitude)
                $0.real("longitude", place.longitude)
            }
        }
        state.text("postcode", postcode?.text)
        state.text("reference", reference.text)
        state.text("since", since.iso)
        state.flag("sleeping", sleeping)
        state.number("storeys", storeys.map(Int64.init))
        state.text("type", type.rawValue)
        state.text("uprn", uprn?.description)
        state.number("version", Int64(version))
        state.end()
        swap(&state.bytes, &bytes)
    }
}
