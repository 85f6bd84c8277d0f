"""Put a frame of zeros around every image."""

from . import mistakes, properties
from .stub import zero_pad

__all__ = ["mistakes", "properties", "zero_pad"]
