public import Kernel

/// A file that was taken into the gazetteer: the one entry of the journal that stands for all its rows.
public struct PremisesImport: Codable, Equatable, Sendable {
    public let id: ID<PremisesImport>
    public var version: Int
    /// As whoever brought it called it.
    public let file: String
    /// Of the file's bytes, in hexadecimal.
    public let sha256: String
    /// How many bytes it has.
    public let size: Int
    /// What each column was taken for: `uprn=UPRN`.
    public let columns: [String]
    /// How many rows it has, without the headings and what is blank.
    public let rows: Int
    public let unchanged: Int
    /// How many premises that are on record it does not name. They stay as they are.
    public let gone: Int
    /// How many rows were left out, since they lack what every premises has.
    public let leftOut: Int
    /// How many doubtful cells were left as on record, or empty.
    public let leftEmpty: Int
    public let on: Day
    /// The premises that it added and changed.
    public let taken: TakenRows
}

/// What the entry commits to, in Kernel's words; the records make of it what the journal's tree is checked with.
public struct TakenRows: Codable, Equatable, Sendable {
    /// The number of the first premises that was added.
    public let first: Int64
    public let added: Int
    public let changed: Int
    /// The root of the tree over the rows (RFC 9162), in hexadecimal.
    public let root: String

    public init(first: Int64, added: Int, changed: Int, root: String) { (self.first, self.added, self.changed, self.root) = (first, added, changed, root) }
}

/// What taking a file would do, or has done.
public struct PremisesDifference: Codable, Equatable, Sendable {
    public var rows = 0
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    public var gone = 0
    /// Rows that lack a reference, a name or a type, or come twice.
    public var unusable = 0
    /// Cells that can't be read, in rows that can be taken without them.
    public var doubtfulCells = 0
    /// The first doubts, in the order of the file.
    public var doubts: [RowDoubt] = []
    /// The first that are new, and the first that differ, in the order of the file.
    public var firstAdded: [String] = []
    public var firstChanged: [PremisesChange] = []
    /// The references of the first premises that the file does not name.
    public var goneReferences: [String] = []

    /// So many doubts are told one by one.
    public static let mostDoubts = 100
    /// So many that are new, that differ or that are gone.
    public static let mostShown = 20

    public init() {}

    public var isDoubtful: Bool { unusable > 0 || doubtfulCells > 0 }

    /// `12 rows: 3 added, 2 changed, 7 unchanged. 1 on record is not in the file and stays as it is.`
    public var line: String {
        "\(counted(rows, "row")): \(added) added, \(changed) changed, \(unchanged) unchanged."
            + (gone == 0 ? "" : " \(gone) on record \(gone == 1 ? "is" : "are") not in the file and \(gone == 1 ? "stays as it is" : "stay as they are").")
    }
}
