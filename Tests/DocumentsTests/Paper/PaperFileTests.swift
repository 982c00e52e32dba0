import Foundation
import Kernel
import Storage
import TestSupport
import Testing
@testable import Documents

/// A paper as one file for a browser.
struct PaperFileTests {
    private func file() async throws -> String {
        let document = Document("Progress <1>", reference: "progress", made: Moment(milliseconds: 0), foot: "progress", [
            .heading(1, "Updates"), .paragraph("All is <well>."),
        ])
        // Within an attribute an apostrophe is written as an entity.
        return String(decoding: try await PaperFormat.html.bytes(of: document), as: UTF8.self).replacing("&#39;", with: "'")
    }

    @Test func `it stands alone, runs nothing and asks for nothing`() async throws {
        let html = try await file()
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<title>Progress &lt;1&gt;</title>"))
        #expect(Strict.faults(in: html).isEmpty, "\(Strict.faults(in: html))")
        for word in ["<script", "<link", "@import", "url(", " style=", "src="] { #expect(!html.contains(word), "\(word)") }
        #expect(html.contains("default-src 'none'"))
    }

    @Test func `its policy lets in the style that it has and no other`() async throws {
        let html = try await file()
        let style = try #require(html.firstMatch(of: /<style>(.*?)<\/style>/.dotMatchesNewlines())?.1)
        let hash = Data(Hash(of: Array(style.utf8)).bytes).base64EncodedString()
        #expect(html.contains("style-src 'sha256-\(hash)'"))
        #expect(html.split(separator: "<style>").count == 2, "there is one")
        #expect(style.contains("@media print") && style.contains("@page"))
    }
}
