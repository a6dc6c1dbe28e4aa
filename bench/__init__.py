"""Measures the engine against its peers, on the same posts and on the same machine, in turn."""
