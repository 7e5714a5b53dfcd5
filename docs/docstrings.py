"""Docstrings as the documentation shows them: examples and drawn tables keep their lines."""

import re
from typing import Any

from griffe import Extension, Object

#: A drawn table (from one ruled line to the last before a blank one), or an example.
_KEPT = re.compile(r"^(?:(?:=[= ]+=\n)(?:.+\n?)+|>>> .*\n?(?:.+\n?)*)", re.MULTILINE)


class Kept(Extension):
    """Puts fences around what Markdown would run together."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Fence the examples and tables of one docstring."""
        if obj.docstring:
            obj.docstring.value = _KEPT.sub(_fenced, obj.docstring.value)


def _fenced(match: re.Match[str]) -> str:
    language = "pycon" if match[0].startswith(">>>") else "text"
    return f"```{language}\n{match[0].rstrip()}\n```\n"
