"""Diagnostics become text for people and machines. Nothing here prints."""
