import Testing
@testable import Plans

@Suite struct OwnersTests {
    @Test(arguments: [
        ("AM Brook", ["AM Brook"]), ("AM Brook/Corporate Comms", ["AM Brook", "Corporate Comms"]), ("AM Brook & GM Dale", ["AM Brook", "GM Dale"]),
        ("AM Brook, GM Dale and HR", ["AM Brook", "GM Dale", "HR"]), ("AM Brook; GM Dale", ["AM Brook", "GM Dale"]),
        ("AM Brook and Corporate Comms", ["AM Brook", "Corporate Comms"]), ("AM Brook\nGM Dale", ["AM Brook", "GM Dale"]),
        ("AM Brook + GM Dale", ["AM Brook", "GM Dale"]), ("AM Brook with support from HR", ["AM Brook", "HR"]),
        ("AM Brook GM Dale", ["AM Brook", "GM Dale"]), ("Group Manager Dale Station Manager Frost", ["Group Manager Dale", "Station Manager Frost"]),
        ("Jane Moss and Tom Reed", ["Jane Moss", "Tom Reed"]), ("Moss & Reed", ["Moss", "Reed"]), ("GMs Dale and Frost", ["GM Dale", "GM Frost"]),
        ("Lead: AM Brook; Support: Fleet", ["AM Brook", "Fleet"]), ("AM Brook (lead), GM Dale (support)", ["AM Brook", "GM Dale"]),
        ("A/GM Dale", ["A/GM Dale"]), ("T/SM Frost & HR", ["T/SM Frost", "HR"]), ("Health and Safety", ["Health and Safety"]),
        ("Learning & Development", ["Learning & Development"]), ("L&D", ["L&D"]), ("Performance and Resources Board", ["Performance and Resources Board"]),
        ("P and P board", ["P and P board"]), ("Policy & Performance", ["Policy & Performance"]), ("Prevention and Protection", ["Prevention and Protection"]),
        ("Head of People and Culture", ["Head of People and Culture"]), ("Head of Estates & Facilities", ["Head of Estates & Facilities"]),
        ("Director of Finance and Head of HR", ["Director of Finance", "Head of HR"]), ("AM Prevention and Protection", ["AM Prevention and Protection"]),
        ("AM (Prevention and Protection)", ["AM (Prevention and Protection)"]), ("AM Protection and AM Response", ["AM Protection", "AM Response"]),
        ("Training Manager and HR", ["Training Manager", "HR"]), ("AM Brook & Learning and Development", ["AM Brook", "Learning and Development"]),
        ("Equality, Diversity and Inclusion", ["Equality, Diversity and Inclusion"]), ("Moss, J", ["Moss, J"]), ("Corporate Comms & ICT", ["Corporate Comms", "ICT"]),
        ("Fleet and Equipment Manager", ["Fleet and Equipment Manager"]), ("AM Brook and team", ["AM Brook and team"]), ("HR, Corporate Comms", ["HR", "Corporate Comms"]),
        ("Corporate comms.", ["Corporate comms"]), ("Lead: GM Dale. Support: SM Frost", ["GM Dale", "SM Frost"]), ("1. GM Dale 2. SM Frost", ["GM Dale", "SM Frost"]), ("CFO/GM\nFrost", ["CFO", "GM Frost"]), ("Head of People & OD", ["Head of People & OD"]), ("All staff", ["All staff"]), ("ACFO", ["ACFO"]), ("AM Brook and the Comms Team", ["AM Brook", "Comms Team"]),
        ("GM Dale (supported by HR)", ["GM Dale", "HR"]), ("CFO and Board", ["CFO", "Board"]), ("Head of ICT\n(interim)", ["Head of ICT (interim)"]),
    ])
    func `joint owners are parted and teams are not`(written: String, names: [String]) {
        let reading = Owners.split(written, known: [])
        #expect(reading.names == names)
        #expect(reading.code == nil)
    }

    @Test(arguments: [
        ("", "owner-missing", [String]?.none), ("TBC", "owner-missing", nil), ("N/A", "owner-missing", nil), ("Vacant", "owner-missing", nil),
        ("AM Brook (TBC)", "owner-unsure", ["AM Brook"]), ("GM Dale/TBC", "owner-unsure", ["GM Dale"]), ("HR and OD", "owner-may-be-joint", ["HR", "OD"]),
        ("Training and Operations", "owner-may-be-joint", ["Training", "Operations"]), ("GM Dale, Head of Protection", "owner-may-be-joint", ["GM Dale", "Head of Protection"]),
        ("Moss, John", "owner-may-be-joint", ["Moss", "John"]), ("Head of Protection and Corporate Comms", "owner-may-be-joint", ["Head of Protection", "Corporate Comms"]),
    ])
    func `an owner cell in doubt says so`(written: String, code: String, suggestion: [String]?) {
        let reading = Owners.split(written, known: [])
        #expect(reading.code == code)
        #expect(reading.suggestion == suggestion)
    }

    @Test func `names run together are parted when both are known, with one spelling each`() {
        var owners = Owners(["AM Brook/Corporate comms.", "AM Brook", "GM Dale", "AM Brook Corporate Comms", "Corporate  comms"])
        #expect(owners.read("AM Brook Corporate Comms").names == ["AM Brook", "Corporate comms"])
        #expect(owners.read("AM Brook/Corporate comms.").names == ["AM Brook", "Corporate comms"])
        #expect(owners.read("CORPORATE COMMS").names == ["Corporate comms"])
        #expect(owners.read("AM Brook Corporate Comms").code == nil)
    }

    @Test func `a known person with something unknown after the name is a doubt`() {
        var owners = Owners(["AM Brook", "AM Brook Vehicle Workshops"])
        let reading = owners.read("AM Brook Vehicle Workshops")
        #expect(reading.code == "owner-may-be-joint")
        #expect(reading.suggestion == ["AM Brook", "Vehicle Workshops"])
    }

    @Test func `two subjects known apart are two owners`() {
        var owners = Owners(["Training", "Operations", "Training and Operations"])
        #expect(owners.read("Training and Operations").names == ["Training", "Operations"])
    }

    @Test func `names run together are parted whatever their number, and asked about where only teams stand together`() {
        var owners = Owners(["AM Brook", "GM Dale", "Corporate Comms", "Human Resources", "Fleet", "Workshops"])
        #expect(owners.read("AM Brook GM Dale Corporate Comms").names == ["AM Brook", "GM Dale", "Corporate Comms"])
        #expect(owners.read("Human Resources Corporate Comms").names == ["Human Resources", "Corporate Comms"])
        #expect(owners.read("Fleet Workshops").code == "owner-may-be-joint")
        #expect(owners.read("Fleet Workshops").suggestion == ["Fleet", "Workshops"])
    }

    @Test func `a rank that stands alone somewhere does not part a rank from its name`() {
        var owners = Owners(["Head of Training & GM", "Dale", "GM Dale"])
        #expect(owners.read("GM Dale").names == ["GM Dale"])
    }

    @Test(arguments: [
        ("SM Frost &⏎Corporate Comms", ["SM Frost", "Corporate Comms"], false), ("SM Frost and GM⏎Reed", ["SM Frost", "GM Reed"], false),
        ("SM Frost/Corporate⏎Comms", ["SM Frost", "Corporate Comms"], false), ("SM Frost⏎Estates", ["SM Frost", "Estates"], false),
        ("SM Frost and Business⏎Support", ["SM Frost", "Business Support"], false), ("ICT⏎Legal Services", ["ICT", "Legal Services"], true),
    ])
    func `a name that a page break cut is whole again, or asked about`(written: String, names: [String], isDoubtful: Bool) {
        var owners = Owners(["SM Frost", "Corporate Comms", "Estates"])
        let reading = owners.read(written.replacing("⏎", with: String(Owners.pageBreak)))
        #expect(reading.names == names)
        #expect((reading.code == "owner-may-be-joint") == isDoubtful)
    }
}
