/// Who may use the addresses of what is taken away from the public register, and of other services' registers.
extension Known {
    static let registerRoutes: [String: Known] = [
        "GET /register/export/{file}": Known(.anyone), "GET /register/datapackage.json": Known(.anyone), "GET /register/catalogue.jsonld": Known(.anyone),
        "GET /register/catalogue.ttl": Known(.anyone), "GET /register/changes.atom": Known(.anyone), "GET /register/developers": Known(.anyone),
        "GET /register/services": Known(.anyone), "GET /register/{entry}/proof": Known(.anyone),
        "GET /register/api/v1/notices": Known(.anyone), "GET /register/api/v1/notices/{key}": Known(.anyone),
        "GET /register/api/v1/notices/{key}/editions": Known(.anyone), "GET /register/api/v1/notices/{key}/proof": Known(.anyone),
        "GET /register/api/v1/facets": Known(.anyone), "GET /register/api/v1/statistics": Known(.anyone), "GET /register/api/v1/openapi.json": Known(.anyone),

        "GET /register-sources": Known(.member),
        "POST /register-sources": Known(.keepsRegisterSources, ["name": "A service", "package": "https://a.example/datapackage.json"]),
        "GET /register-sources/{source}/edit": Known(.keepsRegisterSources),
        "POST /register-sources/{source}/edit": Known(.keepsRegisterSources, ["name": "A service", "package": "https://a.example/datapackage.json", "version": "1"]),
        "POST /register-sources/{source}/removal": Known(.keepsRegisterSources), "POST /register-sources/{source}/harvests": Known(.keepsRegisterSources),
    ]
}
