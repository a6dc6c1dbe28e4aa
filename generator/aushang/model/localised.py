"""A short text that stands in one or several languages: a name, a role, a description."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Localised:
    """Texts by language tag (`de`, `en`), in the order in which the author gave them."""

    texts: Mapping[str, str]

    def to(self, language: str) -> str:
        """The text in `language`, else in the first language there is, else nothing."""
        if language in self.texts:
            return self.texts[language]
        return next(iter(self.texts.values()), "")

    def __bool__(self) -> bool:
        """Whether any text is there at all."""
        return any(self.texts.values())
