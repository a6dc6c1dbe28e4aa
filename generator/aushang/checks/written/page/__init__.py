"""Readings of one page: what it lacks, whatever the rest of the site is like.

Each reading is a function of the tree that a browser makes of the page. Beside it stands a quick
proof on the bytes of a plain page (see `tags`) that there is nothing to find; where it fails, the
tree is asked.
"""

from aushang.checks.written.page.flaws import plain_flaws, tree_flaws

__all__ = ["plain_flaws", "tree_flaws"]
