"""What each option means, in the words of its docstring: for the reference, never for a build.

pydantic could read the docstrings as well, but would do so at each start, which takes 0.03 s.
"""

import ast
import inspect
from collections.abc import Mapping
from itertools import pairwise

from aushang.mkdocs.options import Options


def descriptions() -> Mapping[str, str]:
    """The docstring of each option that has one, on one line; in their order."""
    options = ast.parse(inspect.getsource(Options)).body[0]
    return {
        ast.unparse(option.target): " ".join(str(below.value.value).split())
        for option, below in pairwise(ast.iter_child_nodes(options))
        if isinstance(option, ast.AnnAssign)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    }
