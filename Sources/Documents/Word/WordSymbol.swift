/// Characters of the picture fonts that Word writes by number: ticks, crosses and boxes, as text can show them.
enum WordSymbol {
    static func shown(font: String?, code: String?) -> String {
        guard let code, let number = UInt32(code, radix: 16) else { return "" }
        // Symbol fonts live in the private area F000–F0FF.
        let low = number >= 0xF000 && number <= 0xF0FF ? number - 0xF000 : number
        if font?.hasPrefix("Wingdings 2") == true {
            switch low {
            case 0x50, 0x52: return "✓"
            case 0x4F, 0x51, 0x53, 0x54: return "✗"
            case 0xA3: return "☐"
            default: return "•"
            }
        }
        if font?.hasPrefix("Wingdings") == true {
            switch low {
            case 0xFC: return "✓"
            case 0xFB: return "✗"
            case 0xFE: return "☑"
            case 0xFD: return "☒"
            case 0x6F, 0x71, 0xA8: return "☐"
            case 0xE0, 0xE8, 0xF0: return "→"
            case 0x6C: return "●"
            case 0x6E: return "■"
            default: return "•"
            }
        }
        if font == "Symbol" && low == 0xB7 { return "•" }
        return Unicode.Scalar(number).map { (0xE000...0xF8FF).contains($0.value) ? "•" : String($0) } ?? ""
    }
}
