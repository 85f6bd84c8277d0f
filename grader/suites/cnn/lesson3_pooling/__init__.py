"""Pooling: the forward pass."""
