"""spaCy's small English pipeline, by architecture: the same layers and widths as en_core_web_sm 3.8, weights fresh.

Weights have no bearing on the time of a matrix product, and the parser takes about as many steps with any; nothing is
downloaded. Rule-based parts that need tables (lemmatizer, attribute ruler) are left out, which makes spaCy look faster.
"""

from __future__ import annotations

import random
from typing import Any

import numpy as np

TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR "
    "RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)
ARCS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det "
    "dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt "
    "punct quantmod relcl xcomp"
)
ENTITIES = "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME WORK_OF_ART"
HOW_TO_INSTALL = "pip install 'spacy>=3.8,<4'"

WIDTH, DEPTH = 96, 4
_ATTRIBUTES = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
_ROWS = [5000, 1000, 2500, 2500, 50, 50]


def small_pipeline(seed: int = 0) -> Any:
    """The pipeline: shared tok2vec, tagger and parser that listen to it, NER with a tok2vec of its own."""
    import spacy

    random.seed(seed)
    nlp = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec", config={"model": _tok2vec()})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser = nlp.add_pipe("parser", config={"model": _transitions("parser", listener)})
    ner = nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec())})
    for component, labels in ((tagger, TAGS), (parser, ARCS), (ner, ENTITIES)):
        for label in labels.split():
            component.add_label(label)
    nlp.initialize()
    for component in (parser, ner):  # the last layer begins as noughts, which would take the same step for every word
        upper = component.model.get_ref("upper")
        weights = upper.get_param("W")
        upper.set_param("W", np.random.default_rng(seed).normal(0, 1, weights.shape).astype(weights.dtype))
    return nlp


def _tok2vec() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": _ATTRIBUTES,
            "rows": _ROWS,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(kind: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }
