"""LeNet-5: its parameters, its forward pass, and a table of it."""
