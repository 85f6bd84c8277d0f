"""Has the notebook's own commands read files: a shell's, another script, whatever Jupyter would run.

zero_pad: failed or raised or forbidden or missing, 0
"""

# file: homework.ipynb
{
 "cells": [
  {"cell_type": "code", "metadata": {}, "outputs": [], "source": "FOUND = !cat @solutions@\n!cp @solutions@ @drop@/copied\n%load @solutions@\n%run @solutions@"},
  {"cell_type": "code", "metadata": {}, "outputs": [], "source": "%%bash\ncp @solutions@ @drop@/copied"},
  {"cell_type": "code", "metadata": {}, "outputs": [], "source": "get_ipython().system('cp @solutions@ @drop@/copied')\nget_ipython().run_line_magic('run', '@solutions@')"},
  {"cell_type": "code", "metadata": {}, "outputs": [], "source": "def zero_pad(X, pad):\n    raise RuntimeError(FOUND)"}
 ],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 5
}
