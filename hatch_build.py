"""The build step of the wheel: the SPARQL editor goes in where npm can fetch it."""

import runpy
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EditorHook(BuildHookInterface[Any]):
    """Puts the editor into a wheel; one that is built without npm has the plain form alone.

    Nothing is put into the source tree. An editable install takes what ``make editor`` fetched.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch the editor, unless it is in the source tree already."""
        inside = "stancegraph/serve/static/yasgui"
        if version != "standard" or Path(self.root, "graph", inside).is_dir():
            return
        graph = str(Path(self.root, "graph"))
        sys.path.insert(0, graph)
        try:
            # The module alone: its package needs what is not installed where wheels are built.
            fetch = runpy.run_path(f"{graph}/stancegraph/serve/fetch_editor.py")["fetch"]
            self._scratch = tempfile.TemporaryDirectory()
            files = fetch(Path(self._scratch.name))
        except OSError as error:  # our own errors of output are such
            self.app.display_warning(f"the wheel goes without the SPARQL editor: {error}")
            return
        finally:
            sys.path.remove(graph)
        for file in files:
            build_data["force_include"][str(file)] = f"{inside}/{file.name}"

    def finalize(
        self,
        version: str,  # noqa: ARG002 - the builder's call
        build_data: dict[str, Any],  # noqa: ARG002
        artifact_path: str,  # noqa: ARG002
    ) -> None:
        """Remove what was fetched: it is in the wheel."""
        if hasattr(self, "_scratch"):
            self._scratch.cleanup()
