public import Markup
import Kernel

extension Document {
    /// The document for a page: an article under its own heading of the first level.
    public var html: HTML {
        """
        <article class="paper">\
        <header class="head">\(marking.map { "<p class=\"marking\">\($0)</p>" as HTML })<h1>\(title)</h1>\
        \(under.map { "<p class=\"under\">\($0)</p>" as HTML })</header>\
        \(blocks.html())\
        <footer class="small">\(foot)</footer></article>
        """
    }
}

extension [Block] {
    /// The blocks alone.
    ///
    /// - Parameter level: the level of HTML's headings that the highest of these have, from 2.
    public func html(headingsFrom level: Int = 2) -> HTML {
        HTMLWriter(level: level, blocks: anchored).html
    }
}

struct HTMLWriter {
    let level: Int
    /// With their anchors.
    let blocks: [Block]

    var html: HTML { blocks.map(written).joined() }

    private func written(_ block: Block) -> HTML {
        switch block {
        case .heading(let heading): return written(heading)
        case .paragraph(let words): return "<p>\(words.html)</p>"
        case .note(let words): return small(words.html)
        case .list(let list): return written(list)
        case .table(let table): return written(table)
        case .figure(let figure): return written(figure)
        case .facts(let pairs): return facts(pairs.map { ($0.name, $0.words.html) })
        case .callout(let callout): return written(callout)
        case .seal(let seal): return written(seal)
        case .contents(let title): return contents(title)
        case .page(let turn): return "<hr class=\"page \(turn.rawValue)\">"
        }
    }

    private func written(_ heading: Block.Heading) -> HTML {
        let anchor = heading.anchor
        switch min(max(heading.level, 1) - 1 + level, 6) {
        case 2: return "<h2 \(attribute: "id", anchor)>\(heading.words)</h2>"
        case 3: return "<h3 \(attribute: "id", anchor)>\(heading.words)</h3>"
        case 4: return "<h4 \(attribute: "id", anchor)>\(heading.words)</h4>"
        case 5: return "<h5 \(attribute: "id", anchor)>\(heading.words)</h5>"
        default: return "<h6 \(attribute: "id", anchor)>\(heading.words)</h6>"
        }
    }

    private func written(_ list: Block.List) -> HTML {
        let items = list.items.mapTogether(atLeast: 40) { item -> HTML in
            let under: HTML? = item.items.isEmpty ? nil : "<ul>\(item.items.map { "<li>\($0.html)</li>" as HTML })</ul>"
            return "<li>\(item.words.html)\(under)</li>"
        }
        return list.isNumbered ? "<ol>\(items)</ol>" : "<ul>\(items)</ul>"
    }

    private func written(_ callout: Block.Callout) -> HTML {
        """
        <div class="notice \(callout.tone.rawValue)">\(callout.title.map { "<p><strong>\($0)</strong></p>" as HTML })\
        \(callout.paragraphs.map { "<p>\($0.html)</p>" as HTML })</div>
        """
    }

    private func contents(_ title: String) -> HTML {
        let items = blocks.compactMap { block -> HTML? in
            guard case .heading(let heading) = block, heading.level <= 2 else { return nil }
            return "<li class=\"level-\(heading.level)\"><a href=\"#\(heading.anchor)\">\(heading.words)</a></li>"
        }
        return "<nav class=\"contents\" aria-label=\"\(title)\"><p><strong>\(title)</strong></p><ul>\(items)</ul></nav>"
    }
}

extension Words {
    /// The words with their links, weight and standings.
    public var html: HTML { runs.map(\.html).joined() }
}

extension Run {
    var html: HTML {
        let words: HTML = tone.map { tag(text, $0) } ?? (text.hasOneLine ? "\(text)" : text.lines.map { "\($0)" as HTML }.joined(by: "<br>"))
        let weighed: HTML = switch look {
        case .strong: "<strong>\(words)</strong>"
        case .emphasis: "<em>\(words)</em>"
        case nil: words
        }
        return to.map { "<a href=\"\($0.text)\">\(weighed)</a>" } ?? weighed
    }
}
