"""Keep the maximum, or the average, of every window."""

from . import both_modes, mistakes, properties
from .stub import pool_forward

__all__ = ["both_modes", "mistakes", "pool_forward", "properties"]
