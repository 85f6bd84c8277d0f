"""Is the course itself sound? An author's tool: nothing of a student's is in it.

``soundness`` looks at the promises that a course makes. ``exercise`` judges right and wrong implementations,
in workers as students' functions are, ``parallel`` spreads that over processes, and ``matrix`` says what
follows.
"""
