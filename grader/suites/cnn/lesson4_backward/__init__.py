"""The backward pass of a convolution."""
