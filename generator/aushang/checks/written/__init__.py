"""The written site as checks see it: files on disk, what they define and what they refer to."""

from aushang.checks.written.site import WrittenFile, WrittenSite

__all__ = ["WrittenFile", "WrittenSite"]
