"""Everything a document is drawn with, read once from `resources/letters`."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from ..domain.errors import Trouble
from .settings import Layout, Setting
from .texts import ActivationTexts, Common, SlipTexts, Words

S = TypeVar("S", bound=Setting)


@dataclass(frozen=True, slots=True)
class Stationery:
    """Layout settings and texts in both languages."""

    layout: Layout
    words: Words
    common: Common
    activation: ActivationTexts
    slip: SlipTexts


def _read(form: type[S], path: Path) -> S:
    try:
        return form.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise Trouble("letters.stationery", file=path.name, reason=str(error)) from error


@lru_cache(maxsize=4)
def load_stationery(folder: Path) -> Stationery:
    """Read the folder `resources/letters`; Trouble("letters.stationery") names the file that is wrong."""
    return Stationery(
        layout=_read(Layout, folder / "layout.yaml"),
        words=_read(Words, folder / "words.yaml"),
        common=_read(Common, folder / "common.yaml"),
        activation=_read(ActivationTexts, folder / "activation.yaml"),
        slip=_read(SlipTexts, folder / "slip.yaml"),
    )
