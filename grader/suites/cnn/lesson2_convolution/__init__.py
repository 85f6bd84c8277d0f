"""Convolution: padding, one step, the forward pass."""
