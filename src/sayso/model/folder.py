"""The model folder as a type: what is in it, and a clear error where it is not what it should be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.model.crf import Transitions
from sayso.model.heads import Heads
from sayso.model.links import LinkWeights
from sayso.model.words import Vocabulary

FORMAT = "sayso-tagger/2"
RELEASED = Path(__file__).resolve().parent / "weights"
"""The model that the package carries."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A loaded model folder.

    `model.json` describes it, `encoder.onnx` is the graph, `vocab.txt` the word pieces, `heads.npz` what tags, names and
    sorts of things are told by, and `tables.npz` holds the embeddings
    (`embedding` int8 with `embedding_scale` for each row, `place`, `features`), the scores of the two label chains and
    what linking learned.
    """

    name: str
    graph: bytes
    vocabulary: Vocabulary
    embedding: NDArray[np.int8]
    embedding_scale: NDArray[np.float32]
    place: NDArray[np.float32]
    features: NDArray[np.float32]
    outer: Transitions
    inner: Transitions
    links: LinkWeights
    heads: Heads

    @classmethod
    def load(cls, folder: Path = RELEASED) -> ModelFolder:
        """Read the folder; ModelError where a file is missing or of another format."""
        try:
            description = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            if description.get("format") != FORMAT:
                found = description.get("format")
                raise ModelError(
                    f"The model in {folder.name} has the format {found}, not {FORMAT}; install the sayso it came with."
                )
            with np.load(folder / "tables.npz") as tables:
                t = {key: tables[key] for key in tables.files}
            return cls(
                name=str(description["name"]),
                graph=(folder / "encoder.onnx").read_bytes(),
                vocabulary=Vocabulary.load(folder / "vocab.txt"),
                embedding=t["embedding"],
                embedding_scale=t["embedding_scale"],
                place=t["place"].astype(np.float32),
                features=t["features"],
                outer=Transitions(t["crf0_follow"], t["crf0_begin"], t["crf0_end"]),
                inner=Transitions(t["crf1_follow"], t["crf1_begin"], t["crf1_end"]),
                links=LinkWeights(t["source_bias"], t["content_bias"], t["nothing"], t["nothing_bias"]),
                heads=Heads.load(folder / "heads.npz"),
            )
        except (OSError, KeyError, ValueError, EOFError) as error:
            raise ModelError(
                f"The model folder {folder.name} cannot be read ({type(error).__name__}); reinstall sayso to restore it."
            ) from error
