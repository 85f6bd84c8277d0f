"""All that runs in the untrusted process. Imports the standard library, NumPy and itself; nothing of ours.

Outside, only ``wire`` may be imported: it is the language that both ends speak.
"""
