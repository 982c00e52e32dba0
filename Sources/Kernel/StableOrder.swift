extension Array {
    /// In the order of a key; what has the same key stays as it stood.
    public func stablySorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
        // What is sorted is where each stands, since an element may be large.
        let keys = map(key)
        return indices.sorted { keys[$0] < keys[$1] || ($0 < $1 && !(keys[$1] < keys[$0])) }.map { self[$0] }
    }
}
