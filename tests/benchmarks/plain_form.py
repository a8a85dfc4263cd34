"""A form of the console compiled with Qt's own widgets in place of ours, so that a bare window stays bare."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree


def plain(form: str) -> str:
    """The text of a `.ui` file with each promoted widget turned into the Qt class it is built on."""
    root = ElementTree.fromstring(form)
    promoted = root.find("customwidgets")
    if promoted is None:
        return form
    root.remove(promoted)
    bases = {widget.findtext("class", ""): widget.findtext("extends", "QWidget") for widget in promoted}
    for widget in root.iter("widget"):
        widget.set("class", _base(widget.get("class", "QWidget"), bases))
    return ElementTree.tostring(root, encoding="unicode")


def _base(name: str, bases: dict[str, str]) -> str:
    while name in bases:
        name = bases[name]
    return name


def compiled(form: Path, folder: Path) -> Path:
    """The Python file, in `folder`, that Qt's compiler makes of the plain form; it must succeed."""
    source, made = folder / form.name, folder / f"plain_{form.stem}.py"
    source.write_text(plain(form.read_text(encoding="utf-8")), encoding="utf-8")
    compiler = Path(sys.executable).with_name("pyside6-uic")
    subprocess.run([compiler, "-a", source, "-o", made], check=True)
    return made
