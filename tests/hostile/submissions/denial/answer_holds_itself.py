"""Answers with a list that holds itself.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    answer = []
    answer.append(answer)
    return answer
