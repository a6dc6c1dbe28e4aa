"""A blog written for Material for MkDocs' blog plugin, read as it is.

Its files become the documents that Aushang's own files become, so that everything behind the
reading (addresses, checks, rendering) is the same. What the keys mean stands in Material's own
documentation of the plugins `blog`, `meta` and `tags`.
"""
