import Kernel
import Markup

/// The other services whose registers are shown here, and how fresh each copy is.
struct ServicesPage {
    let register: Register
    let others: [OtherRegister]

    var page: PublicPage {
        PublicPage(title: "Services", canonical: RegisterLinks.services, body: """
            <div class="reading"><h1>Services</h1>\
            <p class="intro">This register is kept by \(register.service). It shows the registers of other services beside its own; each of their entries says where it \
            is from. What those services themselves publish counts.</p>\(list)</div>
            """)
    }

    private var list: HTML {
        guard !others.isEmpty else { return empty("No other service’s register is shown here.") }
        return table(
            columns: [Column("Service", .wide), Column("Entries", .number), Column("Copy taken"), Column("Last checked"), Column("Standing", .wide)],
            rows: others.map { other in
                var query = RegisterQuery()
                query[.service] = [other.code]
                return [
                    "<a href=\"\(query.link())\">\(other.name)</a> \(small("\(outside(other.package, "Its data package"))"))", "\(other.entries)",
                    other.taken.map { "\($0)" } ?? quiet("Never"), other.checked.map { "\($0)" } ?? quiet("Never"), tag(other.standing.words, tone(other.standing)),
                ]
            })
    }

    private func tone(_ standing: HarvestStanding) -> Tone {
        switch standing {
        case .fresh: .green
        case .stale: .amber
        case .never: .grey
        }
    }
}
