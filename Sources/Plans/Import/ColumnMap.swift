/// Which column of one table holds what: recognised from its headings, or corrected by a person.
public struct ColumnMap: Sendable, Equatable, Codable {
    /// The table, as its sheet names its place.
    public var place: String
    /// The row numbers, as the document shows them, that hold the headings; empty where the table has none.
    public var headingRows: [Int]
    public var headings: [String]
    /// One for each column; a table with every column left out is not read.
    public var fields: [Field]

    public init(place: String, headingRows: [Int], headings: [String], fields: [Field]) {
        self.place = place
        self.headingRows = headingRows
        self.headings = headings
        self.fields = fields
    }

    /// What a column of a plan can hold.
    public enum Field: String, Sendable, Codable, CaseIterable {
        case finding, fullText = "full-text", section, action, owner
        case jointOwner = "joint-owner", due, revisedDue = "revised-due", startDate = "start-date"
        case completedOn = "completed-on", status, reference, findingReference = "finding-reference"
        case actionReference = "action-reference", successMeasure = "success-measure", progress, ignored

        /// How the preview's choice of columns names it.
        public var label: String {
            switch self {
            case .finding: "Recommendation or finding"
            case .fullText: "Full wording of the finding"
            case .section: "Section or theme"
            case .action: "Action"
            case .owner: "Owner or lead"
            case .jointOwner: "Joint owner"
            case .due: "Due day"
            case .revisedDue: "Revised day"
            case .startDate: "Start day"
            case .completedOn: "Day completed"
            case .status: "Status"
            case .reference: "Reference"
            case .findingReference: "Reference of the finding"
            case .actionReference: "Reference of the action"
            case .successMeasure: "Success measure"
            case .progress: "Progress"
            case .ignored: "Left out"
            }
        }
    }

    func columns(_ field: Field) -> [Int] { fields.indices.filter { fields[$0] == field } }
    func column(_ field: Field) -> Int? { fields.firstIndex(of: field) }
    func has(_ field: Field) -> Bool { fields.contains(field) }
}
