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
# # Lesson 3: The elbow
#
# How many clusters are there? Cluster with $k = 1, 2, 3, \dots$ and draw the inertia over $k$: it falls quickly until
# $k$ is large enough, and slowly from there on. The curve looks like an arm, and the elbow is the $k$ to take.

# %% [markdown] lang="ko"
# # 3과: 팔꿈치
#
# 군집은 몇 개일까요? $k = 1, 2, 3, \dots$로 군집화하고 $k$에 따른 관성을 그려 보세요. 관성은 $k$가 충분히 커질 때까지 빠르게
# 줄고, 그 뒤로는 천천히 줄어듭니다. 곡선은 팔처럼 생겼고, 팔꿈치에 해당하는 $k$를 고르면 됩니다.

# %%
import numpy as np

# %%
from lesson1_clusters import distances

# %% [markdown]
# ## Exercise: `inertia`
#
# $$\sum_i \sum_a (X_{ia} - C_{l_i a})^2, \qquad l_i \text{: the label of point } i$$

# %% [markdown] lang="ko"
# ## 연습 문제: `inertia`
#
# $$\sum_i \sum_a (X_{ia} - C_{l_i a})^2, \qquad l_i \text{: 점 } i \text{의 레이블}$$

# %%
def inertia(X, C, labels):
    """Return the sum of the squared distances of all points to the centres that their labels name.

    Args:
        X: the points, shape (n, d).
        C: the centres, shape (k, d).
        labels: which cluster each point belongs to, shape (n,).

    Returns:
        One number.
    """
    ### BEGIN SOLUTION
    return float(np.sum(distances(X, C)[np.arange(len(X)), labels]))
    ### END SOLUTION
