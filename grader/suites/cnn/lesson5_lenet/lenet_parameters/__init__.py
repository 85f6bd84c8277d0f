"""Draw LeNet-5's first weights."""

from . import properties
from .stub import lenet_parameters

__all__ = ["lenet_parameters", "properties"]
