"""Keep the maximum, or the average, of every window."""

from . import mistakes, properties
from .stub import pool_forward

__all__ = ["mistakes", "pool_forward", "properties"]
