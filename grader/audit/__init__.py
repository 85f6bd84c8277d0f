"""Is the course itself sound? An author's tool: nothing of a student's is in it.

``soundness`` looks at the promises that a course makes. ``trials`` judges right and wrong implementations
of its exercises, in workers as students' functions are, and ``matrix`` says what follows.
"""
