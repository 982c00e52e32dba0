extension Array {
    /// In the order of a key; what has the same key stays as it stood.
    public func stablySorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
        // What is sorted is where each stands: an element may be large.
        enumerated().map { ($0.offset, key($0.element)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { self[$0.0] }
    }
}
