public import Kernel

extension Fields {
    /// What the line says, under the names that a form has, over what the record holds already.
    public init(_ written: KeyValuePairs<String, String?>, over held: [String: [String]] = [:]) {
        var values: [String: [String]] = [:]
        for (name, text) in written { if let text { values[name] = [text] } }
        self.init(Fields(values), over: held)
    }
}
