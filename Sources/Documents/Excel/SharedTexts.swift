import Kernel

/// The texts that a workbook's cells share. Phonetic guides are left out.
final class SharedTexts: XMLListener {
    private(set) var texts: [String] = []
    private(set) var allowance = Allowance()
    private var bytes: [UInt8] = []
    private var isText = false
    private var isGuide = false

    func opened(_ tag: Tag, _ attributes: Attributes) {
        switch tag {
        case "si": bytes.removeAll(keepingCapacity: true)
        case "t": isText = !isGuide
        case "rPh": isGuide = true
        default: break
        }
    }

    func closed(_ tag: Tag) throws {
        switch tag {
        case "si":
            try allowance.spend(text: bytes.count)
            texts.append(ExcelText.read(bytes))
            if texts.count > Limits.sharedTexts { throw Refusal.tooLarge("It has more than \(grouped(Limits.sharedTexts)) texts, far more than is taken.") }
        case "t": isText = false
        case "rPh": isGuide = false
        default: break
        }
    }

    func heard(_ text: UnsafeBufferPointer<UInt8>) {
        if isText { bytes.append(contentsOf: text) }
    }
}

/// Text as Excel stores it, where `_x000D_` stands for a character XML can't hold.
enum ExcelText {
    static func read(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return tidied(bytes.contains(0x5F) && text.contains("_x") ? unescaped(text) : text)
    }

    private static func unescaped(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "_", rest.count >= 7 {
                let code = rest.prefix(7)
                if code.dropFirst().first == "x", code.last == "_",
                   let number = UInt32(String(code.dropFirst(2).dropLast()), radix: 16), let character = Unicode.Scalar(number) {
                    plain.append(character)
                    rest = rest.dropFirst(7)
                    continue
                }
            }
            plain.append(scalar)
            rest = rest.dropFirst()
        }
        return String(plain)
    }
}
