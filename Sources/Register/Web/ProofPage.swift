import Kernel
import Markup
import Storage

/// What shows that an entry's editions are in the service's journal, in the order in which they were made.
struct ProofPage {
    let entry: PublicEntry
    let editions: [EditionProof]

    var page: PublicPage {
        PublicPage(title: "Proof of \(entry.reference)", body: """
            <div class="reading"><h1>Proof of <a href="\(RegisterLinks.entry(entry))">\(entry.reference)</a></h1>\
            <p class="intro">Every change of an entry is a line of the service’s journal, and every line a leaf of a Merkle tree (RFC 9162). The head of the tree stands \
            on every page and in every file of the register. A leaf can be followed along its path to the head: nobody can take a line out, put one in or change \
            one without another head.</p>\(list)\(how)</div>
            """)
    }

    private var list: HTML {
        if let source = entry.source {
            return notice("This entry is from the register of \(source.name), whose own journal holds it. Ask there for its proof.", .grey)
        }
        guard entry.full != nil else {
            return notice("While an objection about a trade secret is open, nothing is told of this entry but three particulars, and so no line of the journal either.", .grey)
        }
        guard let head = editions.first?.proof.head else {
            return notice("The journal of the service is not at hand here, so there is nothing to prove this entry with.", .grey)
        }
        let rows = editions.map { one -> HTML in
            let path = one.proof.path.map { "<li><code>\($0.description)</code></li>" as HTML }
            let title: HTML = one.edition.map { "Edition \($0)" } ?? "Taken out"
            return """
                <section><h2>\(title)</h2>\(facts([
                    ("Line of the journal", "\(one.proof.sequence)"), ("Leaf", "<code>\(one.proof.leaf.description)</code>"),
                    ("Commitment", "<code>\(one.commitment.description)</code>"),
                    ("Path", path.isEmpty ? "The leaf is the head itself." : "<ol>\(path)</ol>"), ("Leads to the head", one.proof.holds ? "Yes" : "No"),
                ]))</section>
                """
        }
        return """
            \(facts([("Head", "<code>\(head.root.description)</code>"), ("Lines", "\(head.size)"), ("Last line", head.at.map { "\($0)" } ?? quiet("None"))]))\(rows)
            """
    }

    private var how: HTML {
        """
        <section><h2>How to check it</h2><p>Programs get the same at \
        <a href="\(RegisterLinks.api.text)/notices/\(entry.key)/proof">\(RegisterLinks.api.text)/notices/\(entry.key)/proof</a>. Any program that checks inclusion proofs of \
        RFC 9162, section 2.1.3.2, with SHA-256 can follow them, pymerkle and the certificate transparency tools among them; the index of a leaf is one less than its line. \
        The commitment is a salted hash of what the line holds: it shows that nothing was changed, and gives nothing away.</p></section>
        """
    }
}
