/// What no risk method may ask for, since it says who people are and not what a building is.
///
/// The nine protected characteristics are those of section 4 of the Equality Act 2010.
enum RiskFairness {
    private static let protected: [String: String] = [
        "age": "age", "elderly": "age", "young": "age", "disability": "disability", "disabled": "disability", "transgender": "gender reassignment",
        "marriage": "marriage and civil partnership", "marital": "marriage and civil partnership", "married": "marriage and civil partnership",
        "pregnancy": "pregnancy and maternity", "pregnant": "pregnancy and maternity", "maternity": "pregnancy and maternity", "race": "race", "ethnicity": "race",
        "ethnic": "race", "colour": "race", "religion": "religion or belief", "religious": "religion or belief", "belief": "religion or belief", "sex": "sex",
        "gender": "sex", "orientation": "sexual orientation",
    ]

    private static let standIns: [String: String] = [
        "nationality": "race", "language": "race", "english": "race", "birthplace": "race", "immigrant": "race", "immigrants": "race", "migrant": "race",
        "migrants": "race", "surname": "race", "cuisine": "race", "deprivation": "who lives in a neighbourhood", "neighbourhood": "who lives in a neighbourhood",
        "lsoa": "who lives in a neighbourhood", "ward": "who lives in a neighbourhood", "postcode": "who lives in a neighbourhood",
        "tenure": "who lives in a neighbourhood",
    ]

    /// Why something may not be asked for; nil where it may.
    static func refusal(of words: String) -> String? {
        let tokens = words.lowercased().split { !$0.isLetter }.map(String.init)
        // How old a building is says nothing of people.
        let isOfBuilding = tokens.contains("building") || tokens.contains("construction")
        for token in tokens {
            if let characteristic = protected[token], !(isOfBuilding && (token == "age" || token == "colour")) {
                return "it is, or speaks of, a protected characteristic (\(characteristic), section 4 of the Equality Act 2010), and premises are not scored by who people are"
            }
            if let characteristic = standIns[token] {
                return "it stands in for \(characteristic), and premises are not scored by who people are"
            }
        }
        return nil
    }
}
