"""The engine: load → check sources → render → check artifacts → switch."""
