import Foundation
import Testing

/// A program of somebody else's that reads what we wrote: python-docx for Word, pikepdf, pdfminer and pdfua for PDF.
enum Reader {
    static func read<Found: Decodable>(_ file: [UInt8], with script: String, as type: Found.Type = Found.self) throws -> Found {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: ".venv/bin/python")
        process.arguments = ["Tests/DocumentsTests/Readers/\(script)"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        DispatchQueue.global().async {
            try? input.fileHandleForWriting.write(contentsOf: Data(file))
            try? input.fileHandleForWriting.close()
        }
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try JSONDecoder().decode(type, from: answer)
    }
}
