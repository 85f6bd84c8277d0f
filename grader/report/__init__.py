"""Turns grades into what people and programs read. Nothing here computes a point or prints a line."""
