"""The written site as checks see it: its files, what they define and what they refer to."""

from aushang.checks.written.facts import Facts
from aushang.checks.written.site import WrittenFile, WrittenSite, facts_of

__all__ = ["Facts", "WrittenFile", "WrittenSite", "facts_of"]
