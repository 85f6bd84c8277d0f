"""Bytes that nobody would send, sent: what the parent decodes, and what the reader of notebooks reads.

``targets`` says what must hold for any bytes. ``python -m fuzz`` mutates real messages; in ``python -m
fuzz.guided`` a coverage-guided fuzzer finds its own way. The tests run a short piece of the first.
"""
