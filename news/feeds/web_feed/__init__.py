"""Web feeds: RSS, Atom and JSON Feed."""
