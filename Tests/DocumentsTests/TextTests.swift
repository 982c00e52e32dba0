import Documents
import Foundation
import Kernel
import Testing

@Suite struct TextTests {
    @Test(arguments: [
        ("semicolon-1252.csv", [["Recommendation", "Action", "Owner", "Due"], ["Café “cover”", "Publish; then\nbrief", "Jo – Sam", "31/03/2024"], ["", "Rota", "Jo", "30/06/2024"]]),
        ("comma-bom.csv", [["Ref", "Action"], ["1", "Say \"hello\", then go"], ["2", "Café"]]),
        ("tab-utf16.csv", [["Ref", "Action"], ["1", "Café – “open”"]]),
        ("pipe.csv", [["Ref", "Action", "Owner"], ["1", "Do, now", "Jo"], ["2", "Do, then", "Sam"]]),
    ])
    func `CSV is read whatever its separator and encoding`(name: String, rows: [[String]]) throws {
        let reading = try Samples.read(name)
        #expect(reading.format == "csv")
        #expect(reading.sheets.map(\.texts) == [rows])
    }

    @Test func `a table of tabs among prose keeps its rows as they stand, over the end of a page`() throws {
        let text = """
            A plan for the cover of nights

            Why this plan
            - 1) The first thing in full, as the reviewers wrote it.
            - 2) The second thing in full.

            Recommendation\tAction\tOwner\tDue
            The first thing\tDo one part and\tJo Reeve\t31/03/2024
            \tDo another part and tell\tSam Okoro\t30/06/2024

            Page 2 of 3
            \twhoever asks.\t\t
            The second thing\t"Two lines
            in one cell"\tJo Reeve\t31//12/2024
            Afterwards there is prose again.
            """
        let reading = try Reading.of(Data(text.utf8))
        #expect(reading.format == "text")
        #expect(reading.title == "A plan for the cover of nights")
        #expect(reading.paragraphs == [
            "A plan for the cover of nights", "Why this plan", "1) The first thing in full, as the reviewers wrote it.",
            "2) The second thing in full.", "Afterwards there is prose again.",
        ])
        #expect(reading.sheets.map(\.texts) == [[
            ["Recommendation", "Action", "Owner", "Due"],
            ["The first thing", "Do one part and", "Jo Reeve", "31/03/2024"],
            ["", "Do another part and tell", "Sam Okoro", "30/06/2024"],
            ["", "whoever asks.", "", ""],
            ["The second thing", "Two lines\nin one cell", "Jo Reeve", "31//12/2024"],
        ]])
        #expect(reading.sheets[0].numbers == [7, 8, 9, 12, 13])
        #expect(reading.notes.count == 1)
    }

    @Test(arguments: [
        "| Action | Owner |\n|---|:-:|\n| Do \\| go | Jo |\n| Then<br>stop | Sam |",
        "+-----+----+\n| Action | Owner |\n+-----+----+\n| Do \\| go | Jo |\n| Then<br>stop | Sam |\n+----+----+",
        "Action | Owner\n--- | ---\nDo \\| go | Jo\nThen<br>stop | Sam",
    ])
    func `a table of bars is read`(text: String) throws {
        #expect(try Reading.of(Data(text.utf8)).sheets.map(\.texts) == [[["Action", "Owner"], ["Do | go", "Jo"], ["Then\nstop", "Sam"]]])
    }

    @Test func `a table lined up with spaces is read, and prose with two spaces is not`() throws {
        let text = """
            The plan.  It has two actions.

            Action        Owner       Due
            ------------  ----------  ----------
            Do the thing  Jo Reeve    31/03/2024
            Then tell     Sam Okoro   30/06/2024

            The end.  Nothing  follows.
            """
        let reading = try Reading.of(Data(text.utf8))
        #expect(reading.sheets.map(\.texts) == [[["Action", "Owner", "Due"], ["Do the thing", "Jo Reeve", "31/03/2024"], ["Then tell", "Sam Okoro", "30/06/2024"]]])
        #expect(reading.paragraphs.count == 2)
    }

    @Test func `pasted records are CSV, and wrapped prose is one paragraph`() throws {
        #expect(try Reading.of(Data("Ref,Action,Owner\n1,\"Do, then\",Jo\n".utf8)).sheets.map(\.texts) == [[["Ref", "Action", "Owner"], ["1", "Do, then", "Jo"]]])
        let text = "1. A long recommendation that its author wrapped at\nsixty or so, by hand\n2. Another\n\nA\tB\n1\t2\n"
        #expect(try Reading.of(Data(text.utf8)).paragraphs == ["1. A long recommendation that its author wrapped at sixty or so, by hand", "2. Another"])
    }

    @Test func `two tables of different shape are two sheets, and one can be asked for`() throws {
        let text = Data("Action\tOwner\nDo\tJo\n\nRisk\tLikely\tImpact\nFire\tno\tyes\n".utf8)
        #expect(try Reading.of(text).sheets.map(\.place) == ["table 1", "table 2"])
        #expect(try Reading.of(text, sheet: "table 2").sheets.map(\.texts) == [[["Risk", "Likely", "Impact"], ["Fire", "no", "yes"]]])
        #expect(try refusal(text, sheet: "3")?.code == "sheet-not-found")
    }

    @Test func `a list whose numbers stand before tabs is no table`() throws {
        #expect(try refusal(Data("1)\tFirst of all\n2)\tSecond of all\n".utf8))?.code == "no-table-found")
    }

    /// The plan that founded Muster, where it lies beside the repository; a clone has none.
    private static let seed = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/seeds/peer-review-action-plan.txt").standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: seed.path), "reads ../shared, which only the makers of Muster have"))
    func `the founding plan is read whole`() throws {
        let reading = try Reading.of(try Data(contentsOf: Self.seed), named: "peer-review-action-plan.txt")
        #expect(reading.sheets.map(\.rows.count) == [12])
        #expect(reading.sheets[0].numbers.last == 46)
        #expect(reading.paragraphs.filter { $0.first?.isNumber == true }.count == 8)
    }

    @Test func `a row that stands on several lines, as Word pastes cells of several paragraphs, is one row`() throws {
        let text = """
            Finding\tAction\tOwner\tDue
            Crews lack skill\tThe service will:
            • refresh instructors
            • run exercises\tJo Reeve\t31/12/2024
            \tBuy new sets.
            Teach their use.\tSam Okoro\t31/03/2025
            Plans are old\tWrite them again
            Notes are old\tThrow them away\tSam Okoro
            """
        let rows = try Reading.of(Data(text.utf8)).sheets[0].texts
        #expect(rows[1] == ["Crews lack skill", "The service will:\n• refresh instructors\n• run exercises", "Jo Reeve", "31/12/2024"])
        #expect(rows[2] == ["", "Buy new sets.\nTeach their use.", "Sam Okoro", "31/03/2025"])
        #expect(rows[3] == ["Plans are old", "Write them again", "", ""])
        #expect(rows[4] == ["Notes are old", "Throw them away", "Sam Okoro", ""])
    }

    @Test func `columns two spaces apart are a table where every line has as many`() throws {
        let text = "Estates plan\n\nRef  Finding  Action  Due\n1  Stations leak  Mend the roofs  31/03/2025\n2  Energy is dear  Fit new lights  30/06/2025\n"
        let reading = try Reading.of(Data(text.utf8))
        #expect(reading.sheets[0].texts[2] == ["2", "Energy is dear", "Fit new lights", "30/06/2025"])
        #expect(reading.title == "Estates plan")
        #expect(throws: Refusal.self) { try Reading.of(Data("We met  on Monday  and talked.\nThen we went home.\n".utf8)) }
    }
}
