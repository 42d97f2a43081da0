"""The trained tagger: encoding, inference, and the weights as a typed folder. Needs NumPy and ONNX Runtime alone."""

from sayso.model.folder import ModelFolder
from sayso.model.tagger import Tagged, Tagger, load

__all__ = ["ModelFolder", "Tagged", "Tagger", "load"]
