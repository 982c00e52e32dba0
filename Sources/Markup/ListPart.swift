/// One page of a long list.
public struct ListPart<Row> {
    public let rows: ArraySlice<Row>
    /// From 1; the last where a later one was asked for.
    public let number: Int
    /// How many pages there are.
    public let count: Int

    /// - Parameter size: how many rows a page has.
    public init(_ all: [Row], _ asked: Int, size: Int) {
        count = max(1, (all.count + size - 1) / size)
        number = min(max(asked, 1), count)
        rows = all.dropFirst((number - 1) * size).prefix(size)
    }
}
