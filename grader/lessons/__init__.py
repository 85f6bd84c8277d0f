"""The lesson files: students' notebooks without the solutions, and the sentences to translate."""
