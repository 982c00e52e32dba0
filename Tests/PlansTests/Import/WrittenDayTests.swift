import Kernel
import Testing
@testable import Plans

@Suite struct WrittenDayTests {
    @Test(arguments: [
        ("31/05/2021", "2021-05-31"), ("30.09.22", "2022-09-30"), ("1/9/21", "2021-09-01"), ("31-03-2022", "2022-03-31"),
        ("2021-03-31", "2021-03-31"), ("2021-03-31 00:00:00", "2021-03-31"), ("2021-03-31T00:00:00Z", "2021-03-31"),
        ("31st March 2022", "2022-03-31"), ("31 Mar 22", "2022-03-31"), ("31-Mar-22", "2022-03-31"), ("31Mar22", "2022-03-31"),
        ("March 31, 2022", "2022-03-31"), ("Friday 31 March 2022", "2022-03-31"), ("Thurs 31st of March 2022", "2022-03-31"),
        ("By 31/03/2022", "2022-03-31"), ("no later than 31 March 2022", "2022-03-31"), ("31 / 03 / 2022", "2022-03-31"),
        ("31 03 2022", "2022-03-31"), ("31 Sept 2022", ""), ("30 Sept. 2022", "2022-09-30"), ("44286", "2021-03-31"), ("44286.0", "2021-03-31"),
        ("end of June 2022", "2022-06-30"), ("End June 2022", "2022-06-30"), ("by the end of June 2022", "2022-06-30"),
        ("July 2023", "2023-07-31"), ("Jul-23", "2023-07-31"), ("Feb '24", "2024-02-29"), ("07/2023", "2023-07-31"), ("2023-07", "2023-07-31"),
        ("Q3 2022/23", "2022-12-31"), ("Q3 22-23", "2022-12-31"), ("Quarter 3 2022/23", "2022-12-31"), ("Q4 (2022/2023)", "2023-03-31"),
        ("2022/23 Q1", "2022-06-30"), ("Qtr 2, 2022-23", "2022-09-30"), ("end of Q1 2022/23", "2022-06-30"), ("Q3 11/12", "2011-12-31"),
        ("third quarter 2022/23", "2022-12-31"), ("3rd quarter 2022/23", "2022-12-31"), ("Q1 – Q3 2022/23", "2022-12-31"),
        ("end of 2022/23", "2023-03-31"), ("Jan - Mar 2022", "2022-03-31"), ("January to March 2022", "2022-03-31"),
        ("01/04/2021 - 30/06/2021", "2021-06-30"), ("1 to 30 June 2021", "2021-06-30"),
        ("31/12/2021.", "2021-12-31"), ("31/12/2021*", "2021-12-31"), ("29/02/2024", "2024-02-29"), ("May 2022", "2022-05-31"),
    ])
    func `a day that is plainly written is read day first`(written: String, iso: String) {
        #expect(WrittenDay.read(written).day?.iso ?? "" == iso)
    }

    @Test(arguments: [
        ("31//12/2021", "day-malformed", "2021-12-31"), ("31/12//2021", "day-malformed", "2021-12-31"), ("31.12..2021", "day-malformed", "2021-12-31"),
        ("31-12/2021", "day-malformed", "2021-12-31"), ("31/122021", "day-malformed", "2021-12-31"), ("31122021", "day-malformed", "2021-12-31"),
        ("31/l2/2021", "day-malformed", "2021-12-31"), ("O1/O9/2021", "day-malformed", "2021-09-01"), ("28 Febuary 2022", "day-malformed", "2022-02-28"),
        ("31/06/2021", "day-impossible", "2021-06-30"), ("29/02/2023", "day-impossible", "2023-02-28"), ("13/25/2021", "day-impossible", ""),
        ("32/01/2021", "day-impossible", ""), ("05/31/2021", "day-month-first", "2021-05-31"), ("2022/23", "day-vague", "2023-03-31"),
        ("FY22/23", "day-vague", "2023-03-31"), ("2022", "day-vague", "2022-12-31"), ("mid March 2022", "day-vague", "2022-03-15"),
        ("early March 2022", "day-vague", "2022-03-10"), ("late March 2022", "day-vague", "2022-03-31"), ("Spring 2022", "day-vague", "2022-05-31"),
        ("By Christmas 2021", "day-vague", "2021-12-25"), ("Q3 2022", "day-vague", "2022-12-31"), ("31/03/2022 (TBC)", "day-vague", "2022-03-31"),
        ("31/03/2022?", "day-vague", "2022-03-31"), ("w/c 14/06/2021", "day-vague", "2021-06-14"), ("03/22", "day-vague", "2022-03-31"),
        ("ASAP", "day-vague", ""), ("Immediate", "day-vague", ""), ("Ongoing", "day-not-given", ""), ("On-going", "day-not-given", ""),
        ("TBC", "day-not-given", ""), ("T.B.C.", "day-not-given", ""), ("N/A", "day-not-given", ""), ("BAU", "day-not-given", ""), ("-", "day-not-given", ""),
        ("", "day-not-given", ""), ("Complete", "day-not-given", ""), ("Monthly", "day-not-given", ""), ("Within 6 months", "day-vague", ""), ("31,03,2022", "day-malformed", "2022-03-31"), ("First week of June 2022", "day-vague", "2022-06-30"),
        ("31 March", "day-without-year", ""), ("31/03", "day-without-year", ""), ("March", "day-without-year", ""), ("Q3", "day-without-year", ""),
        ("31/12/20211", "year-doubtful", ""), ("31/03/21 revised 30/06/21", "day-two-dates", "2021-03-31"),
        ("31/03/21\n30/06/21", "day-two-dates", "2021-03-31"), ("31/03/2021 or 30/06/2021", "day-two-dates", "2021-03-31"),
        ("was 31/03/21, now 30/06/21", "day-two-dates", "2021-06-30"), ("Dec 2022 (was Sept 2022)", "day-two-dates", "2022-12-31"),
        ("Completed 12/03/2021", "day-of-completion", "2021-03-12"), ("Completed March 2021", "day-of-completion", "2021-03-31"),
    ])
    func `a day that is not plain is a doubt with what it may be`(written: String, code: String, suggestion: String) {
        let read = WrittenDay.read(written)
        #expect(read.code == code)
        #expect(read.suggestion?.iso ?? "" == suggestion)
        #expect(read.day == nil || ["day-two-dates", "day-of-completion"].contains(code))
    }

    @Test func `a cell that says complete says that the action is done`() {
        #expect(WrittenDay.read("Complete").isDone)
        #expect(WrittenDay.read("Completed 12/03/2021").isDone)
        #expect(WrittenDay.read("31/03/2021 - completed 28/03/2021").isDone)
        #expect(WrittenDay.read("31/03/2021 - completed 28/03/2021").day?.iso == "2021-03-31")
        #expect(!WrittenDay.read("To be completed by 31/03/2021").isDone)
        #expect(!WrittenDay.read("Not complete").isDone)
    }

    @Test func `a missing year is taken from the rows nearby, and a lone far year is doubted`() {
        let readings = ["31/03/2021", "30/06/2021", "30/09/2021", "31/12/2012", "31 January"].map(WrittenDay.read)
        let days = DueDays(readings.enumerated().map { (row: $0, reading: $1) })
        #expect(days.judged(readings[0], row: 0) == readings[0])
        #expect(days.judged(readings[3], row: 3).code == "year-doubtful")
        #expect(days.judged(readings[3], row: 3).suggestion?.iso == "2021-12-31")
        #expect(days.judged(readings[4], row: 2).suggestion?.iso == "2022-01-31")
    }

    @Test(arguments: [("end of Septmber 2022", "2022-09-30"), ("Marchh 2027", "2027-03-31")])
    func `a misspelt month is asked about with the month that was meant`(written: String, suggestion: String) {
        let reading = WrittenDay.read(written)
        #expect(reading.code == "day-malformed" && reading.day == nil)
        #expect(reading.suggestion?.iso == suggestion)
    }
}
