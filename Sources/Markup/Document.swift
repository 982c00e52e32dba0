import Kernel

/// A whole page: the bar, the band when it looks back, the side list, and the body under its own heading.
public func document(_ frame: PageFrame, _ body: HTML) -> HTML {
    let (before, after) = document(frame)
    return before + body + after
}

/// What stands around the body of a whole page, in its two halves.
public func document(_ frame: PageFrame) -> (before: HTML, after: HTML) {
    let before: HTML = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>\(head(frame))</head>
        <body\(watched(frame))>
        <a class="skip" href="#main">Skip to the page</a>
        \(bar(frame))
        \(printedTop(frame))
        \(band(frame))
        <div class="frame">
        \(side(frame.navigation))
        <main id="main" tabindex="-1">
        \(frame.said.map { notice($0, .green) })

        """
    let after: HTML = """

        </main>
        </div>
        \(foot(frame))
        </body>
        </html>

        """
    return (before, after)
}

/// A page with one thing to do and nothing around it, such as signing in. Its title is its heading.
public func bareDocument(_ frame: PageFrame, _ body: HTML) -> HTML {
    let (before, after) = bareDocument(frame)
    return before + body + after
}

/// What stands around the body of such a page, in its two halves.
public func bareDocument(_ frame: PageFrame) -> (before: HTML, after: HTML) {
    let before: HTML = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>\(head(frame))</head>
        <body class="bare">
        <main id="main">
        <p class="brand">Muster <span class="service">\(frame.service)</span></p>
        <h1>\(frame.title)</h1>
        \(frame.said.map { notice($0, .green) })

        """
    let after: HTML = """

        </main>
        </body>
        </html>

        """
    return (before, after)
}

private func head(_ frame: PageFrame) -> HTML {
    """
    <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
    <meta name="color-scheme" content="light dark"><title>\(frame.title) – \(frame.service) – Muster</title>\
    <link rel="icon" href="\(frame.assets.icon)" type="image/svg+xml"><link rel="stylesheet" href="\(frame.assets.style)">\
    <script src="\(frame.assets.script)" defer></script>
    """
}

private func watched(_ frame: PageFrame) -> HTML? {
    frame.watched.map { " data-scope=\"\($0.scope)\" data-since=\"\(String($0.since))\"" }
}

private func bar(_ frame: PageFrame) -> HTML {
    let person: HTML? = frame.person.map {
        """
        <div class="who"><a href="\(frame.account)">\($0)</a>\(postButton("Sign out", to: frame.signOut, token: frame.token))</div>
        """
    }
    return """
        <header class="bar"><a class="brand" href="/">Muster</a><span class="service">\(frame.service)</span>\
        <span class="grow"></span>\(frame.hasDay ? dayControl(frame) : .empty)\(person)</header>
        """
}

/// The form that chooses the day shown. It gets, so the day is in the address, and it keeps what else stood there.
private func dayControl(_ frame: PageFrame) -> HTML {
    let kept = frame.here.query.filter { $0.name != "on" }.map { hidden($0.name, $0.value) }
    return """
        <form class="day" method="get" action="\(frame.here.withoutQuery)">\(kept)\
        <label for="day-shown">As on</label><input id="day-shown" type="date" name="on" value="\(frame.on.iso)">\
        <button class="button quiet" type="submit">Go</button></form>
        """
}

private func band(_ frame: PageFrame) -> HTML {
    guard frame.hasDay, frame.on != frame.today else { return .empty }
    let words: HTML = frame.on < frame.today ? "You are looking back: this is" : "You are looking ahead: this is"
    return """
        <div class="band" role="status"><p>\(words) <strong>\(frame.title)</strong> on \(frame.on). \
        <a href="\(frame.here.adding("on", nil))">Show today</a></p></div>
        """
}

private func side(_ items: [NavigationItem]) -> HTML {
    guard !items.isEmpty else { return .empty }
    let list = items.map { item -> HTML in
        let count: HTML? = item.count.map { " <span class=\"count\">\($0)</span>" }
        return """
            <li><a href="\(item.link)" \(attribute: "aria-current", item.isCurrent ? "page" : nil)>\(item.words)\(count)</a></li>
            """
    }
    return "<nav class=\"side\" aria-label=\"Main\"><ul>\(list)</ul></nav>"
}

/// On paper the bar is left out; this says instead whose page it is and which day it shows.
private func printedTop(_ frame: PageFrame) -> HTML {
    "<p class=\"printed\">\(frame.service)\(frame.hasDay ? ", as on \(frame.on)" : .empty as HTML)</p>"
}

private func foot(_ frame: PageFrame) -> HTML {
    let version: HTML? = frame.version.map { "<span>Muster \($0)</span>" }
    let head: HTML? = frame.journalHead.map { "<span>Journal <code>\($0)</code></span>" }
    return "<footer class=\"foot\">\(version)\(head)</footer>"
}
