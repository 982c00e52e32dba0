import Kernel
import Markup
import Web

/// A remedial action on a day: what was asked for, what was done, and whether it worked.
struct RemedialPage {
    let line: RemedialLine
    let spoken: Spoken
    let viewer: QualityViewer

    private var remedial: RemedialAction { line.remedial }
    private var state: RemedialState { remedial.state(on: viewer.day) }
    private var isDone: Bool { remedial.done.map { $0 <= viewer.day } ?? false }
    private var isLooked: Bool { remedial.looked.map { $0 <= viewer.day } ?? false }
    private var check: Link { viewer.link(QualityLinks.check(line.facts.check)) }

    var page: Page {
        Page(
            title: "Remedial action \(remedial.id)", crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Remedial actions", viewer.link(QualityLinks.remedials))], section: "quality",
            scope: "quality_check/\(line.facts.check.id)", body: """
                \(lead("Remedial action \(remedial.id)", under: "\(remedial.kind.words) after check \(line.facts.check.reference)", standing: remedialTag(remedial, on: viewer.day), actions: deeds))\
                \(about)\(done)\(looked)
                """)
    }

    private var deeds: [HTML] {
        func to(_ part: String) -> Link { QualityLinks.remedial(remedial, part) }
        var deeds: [HTML] = []
        if state == .open {
            if viewer.mayDo(remedial) { deeds.append(button("Record that it was done", to: to("completion"))) }
            if viewer.mayRemedy(line.facts) { deeds.append(button("Change", to: to("edit"), quiet: true)) }
            if viewer.mayAssign(line.facts) { deeds.append(button("Open an action in a plan", to: to("plan-action"), quiet: true)) }
        }
        if state != .open, viewer.mayLook(at: remedial, of: line.facts) { deeds.append(button(isLooked ? "Look again" : "Say whether it worked", to: to("look"), quiet: isLooked)) }
        return deeds
    }

    private var about: HTML {
        let criterion = remedial.criterion.map { code in line.facts.form.criterion(code)?.title ?? code }
        return card("What was asked for", id: "about", """
            \(prose(remedial.what))\(Markup.facts([
                ("Check", viewer.mayRead(line.facts) ? "<a href=\"\(check)\">\(line.facts.check.reference)</a>, \(line.facts.check.place)" : "\(line.facts.check.reference)"),
                ("About", criterion.map { "\($0)" } ?? "The work as a whole"), ("Kind", "\(remedial.kind.words)"), ("Who does it", "\(line.owner)"), ("Due by", "\(remedial.due)"),
                ("Action of a plan", remedial.action.flatMap { spoken.links([$0]) } ?? quiet("None")),
            ]))
            """)
    }

    private var done: HTML {
        guard isDone, let day = remedial.done else {
            return card("What was done", id: "done", empty(remedial.action == nil ? "Nothing is recorded yet." : "The action of the plan tells how far it is."))
        }
        return card("What was done", id: "done", "\(small("Done on \(day)."))\(remedial.doing.map { prose($0) })")
    }

    private var looked: HTML {
        let by: HTML? = remedial.lookBy.map { small("To be looked at by \($0).") }
        guard isLooked, let day = remedial.looked, let outcome = remedial.outcome else { return isDone ? card("Whether it worked", id: "worked", "\(empty("Nobody has said yet."))\(by)") : .empty }
        return card("Whether it worked", id: "worked", "\(small("Looked at on \(day): \(outcome.words.lowercasedFirst)."))\(remedial.looking.map { prose($0) })\(outcome == .tooEarly ? by : nil)")
    }
}
