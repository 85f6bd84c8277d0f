"""Put the layers together: from an image to probabilities."""

from . import mistakes, properties
from .stub import lenet_forward

__all__ = ["lenet_forward", "mistakes", "properties"]
