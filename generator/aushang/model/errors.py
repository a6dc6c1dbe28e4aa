"""The exceptions of the whole program.

AushangError    wrong use or configuration: one sentence and the remedy, exit 2, no traceback

Wrong *content* is never an exception; it is a `Diagnostic`.
"""


class AushangError(Exception):
    """Wrong use or configuration. The message says what is wrong, the hint what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
