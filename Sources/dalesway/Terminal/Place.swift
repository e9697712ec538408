// Where the store stands when nobody says.

extension Environment {
    /// The folder of the store: what was said, else `DALESWAY_STORE`, else a folder of the user's own data.
    ///
    /// - Throws: ``Trouble`` with 78 where there is no home to put it in.
    func store(_ said: String?) throws(Trouble) -> String {
        if let said, !said.isEmpty { return said }
        if let named = self["DALESWAY_STORE"], !named.isEmpty { return named }
        // A relative XDG_DATA_HOME is to be ignored, says its specification.
        if let data = self["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/dalesway" }
        if let home = self["HOME"], home.hasPrefix("/") { return home + "/.local/share/dalesway" }
        throw Trouble("which store? Use --store DIR, or set DALESWAY_STORE", .configuration)
    }

    /// Where this machine keeps what it has seen of stores; nil where there is no home to put it in.
    var state: String? {
        // A relative XDG_STATE_HOME is to be ignored, says its specification.
        if let state = self["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/dalesway" }
        if let home = self["HOME"], home.hasPrefix("/") { return home + "/.local/state/dalesway" }
        return nil
    }
}
