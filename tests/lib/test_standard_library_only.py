"""The ground floor stands on Python alone."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import videogen.lib

FOLDER = Path(videogen.lib.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))


def imported(file: Path) -> set[str]:
    """Give the names of everything that a module imports, at its top or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their module in full"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_a_module_imports_the_standard_library_and_its_neighbours_only(file):
    strangers = {
        name
        for name in imported(file)
        if name.split(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith("videogen.lib.")
    }

    assert not strangers


def test_all_of_it_works_without_any_package_installed():
    names = [f"videogen.lib.{file.stem}" for file in MODULES if file.stem != "__init__"]
    program = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"

    # -S leaves the installed packages out, -E the environment.
    finished = subprocess.run([sys.executable, "-S", "-E", "-c", program, *names], cwd=FOLDER.parents[1], check=False)

    assert finished.returncode == 0
