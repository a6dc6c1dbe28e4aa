"""Aushang: Markdown posts about a place become a website, feeds and JSON for its customers."""

__version__ = "0.1.0"
