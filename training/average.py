"""The mean of checkpoints' weights (Wortsman et al. 2022, *model soups*): `python -m training.average OUT CHECKPOINT …`."""

from __future__ import annotations

import sys

import torch


def main(out: str, paths: list[str]) -> None:
    states = [torch.load(path) for path in paths]
    torch.save({name: torch.stack([s[name].float() for s in states]).mean(0) for name in states[0]}, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
