"""The grammars of feeds, site maps and calendars: from a parsed file to its flaws."""
