import Kernel

extension Moment {
    /// As HTTP writes it (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    var inHTTP: String {
        let iso = iso
        let day = Day(iso: iso.prefix(10)) ?? Day(number: 0)
        let (year, month, number) = day.parts
        return "\(Moment.weekdays[day.weekday - 1]), \(padded(number, to: 2)) \(Day.months[month - 1].prefix(3)) \(year) \(iso.dropFirst(11).prefix(8)) GMT"
    }

    /// Reads what `inHTTP` writes; nil for the older forms, which nobody sends any more.
    init?(inHTTP text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", parts[1].utf8.count == 2, let month = Day.months.firstIndex(where: { $0.prefix(3) == parts[2] }),
              let read = Moment(iso: "\(parts[3])-\(padded(month + 1, to: 2))-\(parts[1])T\(parts[4])Z") else { return nil }
        self = read
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}
