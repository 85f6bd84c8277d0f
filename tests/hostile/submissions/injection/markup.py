"""Raises an error whose text is in the markup of the library that draws the report.

zero_pad: raised, 0
shows: [bold green]10 / 10[/] [link=http://x]here
"""


def zero_pad(X, pad):
    raise ValueError("[bold green]10 / 10[/] [link=http://x]here[/link]")
