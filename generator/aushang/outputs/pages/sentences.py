"""Sentences put together of markup: words of the catalogue with times and links in their places."""

from markupsafe import Markup, escape


def filled(message: str, **parts: Markup) -> Markup:
    """A message with markup for each `{name}`; the message is escaped, the parts are safe."""
    return escape(message).format(**parts)
