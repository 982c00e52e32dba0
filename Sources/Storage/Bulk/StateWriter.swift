/// Writes a record's canonical JSON by hand: members in the order of their names, no white space, what is nil left out.
public struct StateWriter {
    public var bytes: [UInt8] = []
    private var isBegun = false

    public init() {}

    public mutating func key(_ name: StaticString) {
        bytes.append(UInt8(ascii: isBegun ? "," : "{"))
        isBegun = true
        bytes.append(0x22)
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(0x22)
        bytes.append(UInt8(ascii: ":"))
    }

    public mutating func text(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        bytes.append(quoted: value.utf8)
    }

    public mutating func number(_ name: StaticString, _ value: Int64?) {
        guard let value else { return }
        key(name)
        bytes += value.description.utf8
    }

    public mutating func real(_ name: StaticString, _ value: Double?) {
        guard let value else { return }
        key(name)
        let text = value.description
        bytes += text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8
    }

    public mutating func flag(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bytes += (value ? "true" : "false").utf8
    }

    public mutating func list(_ name: StaticString, _ values: [String]) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(quoted: value.utf8)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A value of members of its own, after `key`.
    public mutating func nested(_ body: (inout StateWriter) -> Void) {
        isBegun = false
        body(&self)
        end()
        isBegun = true
    }

    public mutating func end() {
        if !isBegun { bytes.append(UInt8(ascii: "{")) }
        bytes.append(UInt8(ascii: "}"))
    }
}
