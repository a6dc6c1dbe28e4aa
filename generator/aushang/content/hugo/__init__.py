"""A Hugo site moves in: its folder is read, converted in memory, and listed where it cannot follow.

`site` reads the configuration, `entries` the content files, `permalinks` says where Hugo served
each of them, `shortcodes`, `links` and `texts` rewrite the Markdown, `guesses` names types and
services where the text is plain, and `move` puts it all together.
"""
