# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Lesson 2: Lloyd's algorithm
#
# Now you put the parts together. Assigning makes the distances smaller, and so does moving. This is why the centres
# come to rest after a while.

# %% [markdown] lang="ko"
# # 2과: 로이드 알고리즘
#
# 이제 부분들을 합칩니다. 레이블을 정하면 거리가 줄어들고, 중심을 옮겨도 거리가 줄어듭니다. 그래서 중심들은 얼마 뒤에 멈춥니다.

# %%
import numpy as np

# %%
from lesson1_clusters import assign, move

# %% [markdown]
# ## Exercise: `lloyd`
#
# A step assigns all points, then moves all centres. The next step begins with the new centres.

# %% [markdown] lang="ko"
# ## 연습 문제: `lloyd`
#
# 한 단계에서는 먼저 모든 점의 레이블을 정하고, 그다음 모든 중심을 옮깁니다. 다음 단계는 새 중심에서 시작합니다.

# %%
def lloyd(X, C, steps):
    """Assign and move, again and again.

    Args:
        X: the points, shape (n, d).
        C: the centres to begin with, shape (k, d).
        steps: how many steps to take, 1 or more.

    Returns:
        The centres after the last step, shape (k, d), and the labels that the last move used, shape (n,).
    """
    ### BEGIN SOLUTION
    for _ in range(steps):
        labels = assign(X, C)
        C = move(X, labels, len(C), C)
    return C, labels
    ### END SOLUTION
