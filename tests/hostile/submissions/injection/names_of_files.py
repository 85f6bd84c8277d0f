"""Is found in a file whose name is a command, a formula and a markup.

zero_pad: raised, 0
"""

# file: =1+1.py
# file: [bold]owned.py
# file: ::error::owned.py
def zero_pad(X, pad):
    raise ValueError("where am I?")
