public import Kernel

extension StatedFigure {
    /// The columns of whatever record keeps one; all are empty where it keeps none.
    public static let columns = ["stated_period", "stated_of", "stated_value", "stated", "stated_target", "stated_standing", "stated_provisional"]

    /// The statements that give a table those columns.
    public static func adding(to table: Table) -> [SQL] {
        columns.map { SQL(trusted: "ALTER TABLE \(table.name) ADD COLUMN \($0) \($0 == "stated_provisional" ? "BIGINT CHECK (stated_provisional IN (0, 1))" : "TEXT")") }
    }

    public static func read(_ row: inout Row) throws -> StatedFigure? {
        let (period, of, value): (String?, String?, Quantity?) = (try row.next(), try row.next(), try row.next())
        let (written, target, standing, isProvisional): (String?, String?, String?, Bool?) = (try row.next(), try row.next(), try row.next(), try row.next())
        return written.map { StatedFigure(period: period, of: of, value: value, written: $0, target: target, standing: standing, isProvisional: isProvisional ?? false) }
    }

    public static func values(_ figure: StatedFigure?) -> [Value] {
        Value.row(figure?.period, figure?.of, figure?.value, figure?.written, figure?.target, figure?.standing, figure?.isProvisional)
    }
}
