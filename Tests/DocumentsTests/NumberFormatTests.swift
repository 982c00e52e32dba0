import Kernel
import Testing

@testable import Documents

@Suite struct NumberFormatTests {
    @Test(arguments: [
        ("0", 3.5, "4"), ("0.00", 3.14159, "3.14"), ("#,##0", 1_234_567, "1,234,567"), ("0%", 0.295, "30%"), ("0.0%", 0.125, "12.5%"),
        ("\"R\"0", 12, "R12"), ("000", 7, "007"), ("[$£-809]#,##0.00", 1234.5, "£1,234.50"), ("0.##", 2.5, "2.5"), ("0.00", -0.001, "0.00"),
        ("0\" days\"", 3, "3 days"), ("General", 1.5, "1.5"), ("@", 12, "12"), ("0.00E+00", 12345, "12345"), ("# ?/?", 0.5, "0.5"),
    ] as [(String, Double, String)])
    func `numbers read as the cell shows them`(code: String, value: Double, shown: String) {
        #expect(NumberFormat(code: code).shown(value, dates: .from1900).text == shown)
    }

    @Test(arguments: [
        (1.0 / 3, "0.333333333"), (100.0 / 7, "14.28571429"), (0.1 + 0.2, "0.3"), (-2.5, "-2.5"), (123_456_789_012, "123456789012"),
        (1e20, "1E+20"), (0.00001234, "0.00001234"), (1.5e-7, "1.5E-07"), (12345.678901234, "12345.6789"),
    ] as [(Double, String)])
    func `a number of no format is cut to what a cell has room for`(value: Double, shown: String) {
        #expect(NumberFormat.general(value) == shown)
    }

    @Test(arguments: [
        ("dd/mm/yyyy", 45382, "31/03/2024", "2024-03-31"), ("yyyy-mm-dd hh:mm", 45382.5, "31/03/2024 12:00", "2024-03-31"),
        ("[$-809]d mmmm yyyy;@", 45382, "31/03/2024", "2024-03-31"), ("dd\\ mmm\\ yy", 45382.75, "31/03/2024", "2024-03-31"),
        ("\"due \"d/m", 45382, "31/03/2024", "2024-03-31"), ("mmm-yy", 45382, "March 2024", nil), ("mmmm", 45382, "March", nil),
        ("yyyy", 45382, "2024", nil), ("h:mm", 0.375, "09:00", nil), ("[h]:mm", 1.5, "36:00", nil), ("mm:ss", 0.5, "12:00", nil),
        ("dd/mm/yyyy", -1, "-1", nil), ("[Red]0", 5, "5", nil),
    ] as [(String, Double, String, String?)])
    func `days are told from months, times and plain numbers`(code: String, value: Double, text: String, date: String?) {
        let shown = NumberFormat(code: code).shown(value, dates: .from1900)
        #expect(shown.text == text)
        #expect(shown.date == date)
    }

    @Test func `Excel's own formats are known by number`() {
        #expect(NumberFormat(builtIn: 14).shown(45382, dates: .from1900).date == "2024-03-31")
        #expect(NumberFormat(builtIn: 14).shown(43920, dates: .from1904).date == "2024-03-31")
        #expect(NumberFormat(builtIn: 17).shown(45382, dates: .from1900).text == "March 2024")
        #expect(NumberFormat(builtIn: 10).shown(0.5, dates: .from1900).text == "50.00%")
        #expect(NumberFormat(builtIn: 45).shown(0.5, dates: .from1900).date == nil)
    }
}
