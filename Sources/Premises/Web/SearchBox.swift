import Kernel
import Markup
import Web

/// The box in which somebody types what they know of premises. Where there is JavaScript the likeliest appear below it meanwhile.
func searchBox(_ words: String?, _ filter: PremisesFilter, _ viewer: Viewer) -> HTML {
    filters(
        to: PremisesLinks.list, keep: [("on", viewer.isToday ? "" : viewer.day.iso)] + filter.asked, submit: "Find",
        clear: words == nil ? nil : filter.link(viewer.link(PremisesLinks.list)), """
        <div data-finds="/premises/search" data-leads="/premises/">\(field(
            "words", "Find premises", value: words ?? "", hint: "The beginnings of words: name, address, postcode, UPRN or reference.", kind: .search, required: false))</div>
        """)
}
