/// The settings that the program knows.
enum Settings {
    static var inProgram: Set<String> {
        Set(House.sources.filter { $0.target == "App" }.flatMap { source in
            source.lines.flatMap { $0.matches(of: /\bSetting\(key: "([a-z][a-zA-Z.]*)"/).map { String($0.1) } }
        })
    }
}
