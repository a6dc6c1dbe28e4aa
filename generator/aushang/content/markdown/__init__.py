"""Markdown becomes a `Body`. Dialects stand behind one protocol, `Renderer`."""
