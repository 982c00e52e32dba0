import Kernel
import Markup

extension JSONText {
    /// An entry as the public interface and every JSON file write it: nothing is lost, and what is unknown is left out.
    ///
    /// - Parameter address: of the service, from which its own permanent links begin.
    mutating func entry(_ entry: PublicEntry, at address: String) {
        object { $0.members(of: entry, at: address) }
    }

    /// The members of an entry, within an object that somebody else has begun.
    mutating func members(of entry: PublicEntry, at address: String) {
        text("key", entry.key)
        text("reference", entry.reference)
        number("edition", entry.edition)
        text("type", entry.kind?.rawValue)
        text("status", entry.status?.rawValue)
        text("extent", entry.extent.rawValue)
        day("served", entry.served)
        day("entered", entry.entered)
        day("changed", entry.changed)
        day("complyBy", entry.complyBy)
        day("complied", entry.complied)
        day("retainUntil", entry.retainUntil)
        list("articles") { list in for article in entry.articles { list.item(article) } }
        list("persons") { list in
            for person in entry.persons {
                list.object { one in
                    one.text("name", person.name)
                    one.text("address", person.address)
                }
            }
        }
        text("premises", entry.premises)
        list("address") { list in for line in entry.address { list.item(line) } }
        text("postcode", entry.postcode)
        text("uprn", entry.uprn?.description)
        if let place = entry.place {
            degrees("latitude", place.latitude)
            degrees("longitude", place.longitude)
        }
        text("premisesType", entry.premisesType?.rawValue)
        text("area", entry.area)
        text("substance", entry.substance)
        text("more", entry.more)
        list("events") { list in
            for event in entry.events {
                list.object { one in
                    one.day("day", event.day)
                    one.text("words", event.words)
                    one.text("provision", event.provision)
                }
            }
        }
        text("page", entry.page(at: address))
        if let source = entry.source {
            object("source") { one in
                one.text("code", source.code)
                one.text("name", source.name)
                one.text("page", source.page)
                one.text("fetched", source.fetched.iso)
            }
        }
    }
}

extension PublicEntry {
    /// Its permanent link: of another service's entry that service's own page, where it is known.
    func page(at address: String) -> String { source?.page ?? address + RegisterLinks.entry(self).text }
}
