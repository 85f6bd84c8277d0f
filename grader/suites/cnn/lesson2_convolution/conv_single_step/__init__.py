"""Multiply one window by one filter, and add up."""

from . import mistakes, properties
from .stub import conv_single_step

__all__ = ["conv_single_step", "mistakes", "properties"]
