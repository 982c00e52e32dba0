/// As a line of a file and in the records, with its extent beside it: a line that holds less than it says is no entry, rather than one that may show less.
extension PublicEntry {
    private enum Member: String, CodingKey { case reference, edition, extent, articles, persons, premises, address, postcode, source, full }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        self.init(
            reference: try members.decode(String.self, forKey: .reference), edition: try members.decode(Int.self, forKey: .edition),
            articles: try members.decode([String].self, forKey: .articles), persons: try members.decode([Person].self, forKey: .persons),
            premises: try members.decode(String.self, forKey: .premises), address: try members.decode([String].self, forKey: .address),
            postcode: try members.decodeIfPresent(String.self, forKey: .postcode), source: try members.decodeIfPresent(Source.self, forKey: .source),
            full: try members.decodeIfPresent(Particulars.self, forKey: .full))
        guard try members.decode(Extent.self, forKey: .extent) == extent else {
            throw DecodingError.dataCorruptedError(forKey: .full, in: members, debugDescription: "What is there is not what its extent says.")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode(reference, forKey: .reference)
        try members.encode(edition, forKey: .edition)
        try members.encode(extent, forKey: .extent)
        try members.encode(articles, forKey: .articles)
        try members.encode(persons, forKey: .persons)
        try members.encode(premises, forKey: .premises)
        try members.encode(address, forKey: .address)
        try members.encodeIfPresent(postcode, forKey: .postcode)
        try members.encodeIfPresent(source, forKey: .source)
        try members.encodeIfPresent(full, forKey: .full)
    }
}
