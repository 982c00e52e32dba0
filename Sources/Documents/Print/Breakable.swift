import Markup

extension String {
    /// The text with places within words where a line may end, in words that are wider than a line: the printer parts no word by itself.
    func breakable(within room: Double, size: Double = 10) -> String {
        // No letter is wider than its size, but for a few.
        guard Double(utf8.count) * size > room else { return self }
        var text = ""
        for (index, word) in split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { text += " " }
            guard Double(word.utf8.count) * size > room, word.split(separator: "\n").contains(where: { Letters.width($0, size: size) > room }) else {
                text += word
                continue
            }
            for (index, letter) in word.enumerated() { text += index > 0 && index.isMultiple(of: 3) ? "\u{200B}\(letter)" : "\(letter)" }
        }
        return text
    }
}

extension Block {
    /// The block with words that can be parted where they have no room.
    ///
    /// - Parameter setting: how it is set, of a table.
    func breakable(_ setting: TableSetting?) -> Block {
        let block = mapped { $0.breakable(within: 200) }
        // What a seal proves is copied from it, and has its room.
        if case .seal(let whole) = self, case .seal(var seal) = block {
            seal.facts = whole.facts
            return .seal(seal)
        }
        guard let rooms = setting?.rooms, case .table(let whole) = self, case .table(var table) = block else { return block }
        for (index, row) in whole.rows.enumerated() where !whole.isHeading(row) {
            table.rows[index].cells = zip(row.cells, rooms).map { cell, room in cell.mapped { $0.breakable(within: room, size: 9) } }
        }
        return .table(table)
    }
}
