import Kernel
import Markup

/// What is in the register and what is not, by which law, and how current it is.
struct AboutPage {
    let register: Register

    var page: PublicPage {
        PublicPage(title: "About", section: .about, canonical: RegisterLinks.about, body: """
            <div class="reading"><h1>About the register</h1>\
            <p class="intro">\(register.service) keeps this register of the notices that it serves under the Regulatory Reform (Fire Safety) Order 2005. It is open to \
            everybody at all times, free of charge, without signing in.</p>\(here)\(missing)\(law)\(current)\(persons)</div>
            """)
    }

    private var here: HTML {
        section("here", "What is here", """
            <p>\(grouped(register.entries.count)) \(register.entries.count == 1 ? "notice" : "notices") of three kinds:</p><dl class="articles">\
            \(PublicEntry.Kind.allCases.map { "<dt>\($0.words)</dt><dd>\($0.meaning)</dd>" as HTML })</dl>\
            <p>Each entry says what the notice is about in words written for the public. It isn’t a copy of the notice itself.</p>
            """)
    }

    private var missing: HTML {
        section("missing", "What is not here", """
            <ul><li>A notice whose time for an appeal has not passed yet, or that is under appeal.</li>\
            <li>A notice that a court has cancelled on appeal: it never comes into the register.</li>\
            <li>A notice that was withdrawn: its entry is taken out.</li>\
            <li>A notice that protects nobody but people at work: the Act leaves those out.</li>\
            <li>Advice, letters and informal notifications, which are not notices.</li>\
            <li>Particulars that would give away a trade secret, while an objection about them is open.</li></ul>\
            <p>That premises are not here does not say that they are safe, nor that they were inspected.</p>
            """)
    }

    private static let rules: [(String, String)] = [
        ("The register is kept, with an index, open to the public free of charge", "section 1"),
        ("An entry gives enough of the notice to convey its substance", "section 1(2)"),
        ("A notice that may be appealed against is entered in the 14 days after the last day for appealing; an appeal may be brought for 21 days after service",
         "section 3(1)(b); article 35 of the Order"),
        ("Where there was an appeal, in the 14 days after it was disposed of", "section 3(1)(c)"),
        ("A notice cancelled on appeal is not entered", "section 3(2)"),
        ("Compliance is entered within 7 days from the day on which the service is satisfied", "section 3(3)"),
        ("A notice withdrawn or amended: the entry is deleted or amended within 7 days", "section 3(4)"),
        ("An entry is kept for at least 3 years from the day of service", "section 3(5)"),
        ("Whoever was served may object that a trade secret would be given away, in the 14 days after service", "section 4"),
    ]

    private var law: HTML {
        let rows = AboutPage.rules.map { ["\($0.0)" as HTML, "\($0.1)" as HTML] }
        return section("law", "The law", """
            <p>The register is kept under the Environment and Safety Information Act 1988. Each day in it follows from these rules:</p>\
            \(table(columns: [Column("Rule", .wide), Column("Provision of the Act")], rows: rows))
            """)
    }

    private var current: HTML {
        let version = register.version
        let journal: HTML? = !version.hasJournal ? nil : """
             It was made from the service’s records when their journal had \(grouped(Int(version.size))) entries, the last \
            of them written on \(version.since). Its head is <code>\(version.head)</code>. Whoever notes that head can prove later that nothing which was recorded \
            then has been altered since.
            """
        return section("current", "How current it is", """
            <p>This is the register as on \(version.day).\(journal)</p>\
            <p>A change to the records shows here at once; a copy in a browser or on the way may be a minute old.</p>
            """)
    }

    private var persons: HTML {
        section("persons", "If an entry is about you", """
            <p>If you were served with a notice and think that its entry is wrong, tell \(register.service). An appeal against a notice itself is made to the \
            magistrates’ court within 21 days from the day of service (article 35 of the Order).</p>
            """)
    }
}
