public import Kernel

/// A link that leads out of Muster. Where it leads is told nothing of where it came from.
public func outside(_ address: WebAddress, _ words: String? = nil) -> HTML {
    "<a href=\"\(address.text)\" rel=\"external noopener noreferrer\">\(words ?? address.host)</a>"
}
