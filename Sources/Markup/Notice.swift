/// A sentence that answers what was just done, or warns of what is about to be. Red interrupts a screen reader, the rest wait.
public func notice(_ sentence: HTML, _ tone: Tone = .blue) -> HTML {
    "<div class=\"notice \(tone.rawValue)\" role=\"\(tone == .red ? "alert" : "status")\">\(sentence)</div>"
}

/// What stands where there is nothing to show: why, and what to do about it.
public func empty(_ sentence: HTML, action: HTML? = nil) -> HTML {
    "<div class=\"empty\"><p>\(sentence)</p>\(action)</div>"
}

/// More of it, for those who ask.
public func disclosure(_ summary: String, open: Bool = false, _ body: HTML) -> HTML {
    "<details \(flag: "open", open)><summary>\(summary)</summary><div class=\"more\">\(body)</div></details>"
}
