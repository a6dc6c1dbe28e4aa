"""What `--external` and `--allow-private` ask for, apart from what it takes to do it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Whether other sites are asked, and whether machines near this one are among them."""

    is_wanted: bool = False
    may_ask_private: bool = False


NOBODY = Asking()
