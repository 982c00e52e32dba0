import CLibxml
import Kernel

/// Hears a part's elements and text one by one as it is read.
protocol XMLListener: AnyObject {
    func opened(_ tag: Tag, _ attributes: Attributes) throws
    func closed(_ tag: Tag) throws
    func heard(_ text: UnsafeBufferPointer<UInt8>) throws
}

/// Reads XML with libxml2's streaming parser. No document type, no entity, no network, nothing printed.
enum XML {
    /// Thrown by a listener that has heard all it wanted.
    struct Enough: Error {}

    /// - Parameter elements: the most that it may have.
    static func read(_ part: Archive.Part, to listener: any XMLListener, elements most: Int = Limits.elements) throws {
        _ = started
        // Set for each reading, since libxml2 keeps it by thread.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let run = Run(part, listener, most)
        let context = Unmanaged.passUnretained(run).toOpaque()
        var handler = XML.handler
        guard let parser = xmlCreateIOParserCtxt(&handler, context, { context, buffer, size in
            Run.of(context)?.fill(buffer, size) ?? -1
        }, { _ in 0 }, context, XML_CHAR_ENCODING_NONE) else { throw Refusal.damaged("the part \(part.name)") }
        defer {
            if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
            xmlFreeParserCtxt(parser)
        }
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_COMPACT.rawValue))
        run.parser = parser
        xmlParseDocument(parser)
        try withExtendedLifetime(run) {
            if let failure = run.failure {
                if failure is Enough { return }
                throw failure
            }
            if parser.pointee.wellFormed == 0 { throw Refusal.damaged("the part \(part.name)") }
        }
    }

    private static let started: Void = xmlInitParser()

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.serror = { _, _ in }
        handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            guard let run = Run.of(context), let name else { return }
            run.open(Tag(name: name), Attributes(fields: attributes, count: Int(count)))
        }
        handler.endElementNs = { context, name, _, _ in
            guard let run = Run.of(context), let name else { return }
            run.close(Tag(name: name))
        }
        handler.characters = { context, text, count in
            Run.of(context)?.hear(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { context, _, _, _ in Run.of(context)?.stop(Refusal.hasEntities) }
        handler.reference = { context, _ in Run.of(context)?.stop(Refusal.hasEntities) }
        return handler
    }

    /// One reading, as the parser's callbacks see it.
    private final class Run {
        let part: Archive.Part
        let listener: any XMLListener
        let mostElements: Int
        var parser: xmlParserCtxtPtr?
        var depth = 0
        var elements = 0
        var failure: (any Error)?
        /// Whether anything was heard since the parser last asked for bytes, and the equals signs that came since it was.
        private var wasHeard = true
        private var equalsUnheard = 0

        init(_ part: Archive.Part, _ listener: any XMLListener, _ mostElements: Int) {
            self.mostElements = mostElements
            self.part = part
            self.listener = listener
        }

        static func of(_ context: UnsafeMutableRawPointer?) -> Run? {
            context.map { Unmanaged<Run>.fromOpaque($0).takeUnretainedValue() }
        }

        func stop(_ error: any Error) {
            if failure == nil { failure = error }
            if let parser { xmlStopParser(parser) }
        }

        func fill(_ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32) -> Int32 {
            guard failure == nil else { return -1 }
            // The parser must not be stopped while it waits for bytes: it ends by itself when none come.
            do {
                let count = try part.read(into: buffer, atMost: Int(size))
                try checkAttributes(UnsafeRawBufferPointer(start: buffer, count: count))
                return Int32(count)
            } catch {
                failure = error
                return -1
            }
        }

        /// A start tag is heard when it is whole, and until then the parser compares each attribute with all before it:
        /// many bytes with many equals signs and nothing heard are an element made to keep it busy.
        private func checkAttributes(_ bytes: UnsafeRawBufferPointer) throws {
            if wasHeard { equalsUnheard = 0 } else { equalsUnheard += bytes.count { $0 == UInt8(ascii: "=") } }
            wasHeard = false
            if equalsUnheard > Limits.attributes {
                throw Refusal.tooLarge("It has an element with more than \(grouped(Limits.attributes)) attributes, as a file made to do harm would.")
            }
        }

        func open(_ tag: Tag, _ attributes: Attributes) {
            guard failure == nil else { return }
            wasHeard = true
            depth += 1
            elements += 1
            if depth > Limits.depth { return stop(Refusal.nestedTooDeep) }
            if elements > mostElements { return stop(Refusal.tooLarge("It holds far more than is taken. Save the table by itself.")) }
            do { try listener.opened(tag, attributes) } catch { stop(error) }
        }

        func close(_ tag: Tag) {
            guard failure == nil else { return }
            wasHeard = true
            depth -= 1
            do { try listener.closed(tag) } catch { stop(error) }
        }

        func hear(_ text: UnsafeBufferPointer<UInt8>) {
            guard failure == nil else { return }
            wasHeard = true
            do { try listener.heard(text) } catch { stop(error) }
        }
    }
}
