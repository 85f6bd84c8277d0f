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
# # Lesson 1: Clusters
#
# You have points and a number $k$. You look for $k$ centres such that every point is near one of them. Those points
# that are nearest to the same centre are a *cluster*.
#
# K-means does this in small steps. Here you write the three parts that a step is made of.

# %% [markdown] lang="ko"
# # 1과: 군집
#
# 점들과 수 $k$가 주어집니다. 모든 점이 어느 한 중심에 가깝도록 $k$개의 중심을 찾습니다. 같은 중심에 가장 가까운 점들이
# 하나의 *군집*입니다.
#
# K-평균은 이 일을 작은 단계로 나누어 합니다. 이 과에서는 한 단계를 이루는 세 부분을 작성합니다.

# %%
import numpy as np

# %% [markdown]
# ## Exercise: `distances`
#
# $$D_{ij} = \sum_a (X_{ia} - C_{ja})^2$$
#
# There is no root: the nearest centre is the same without it.

# %% [markdown] lang="ko"
# ## 연습 문제: `distances`
#
# $$D_{ij} = \sum_a (X_{ia} - C_{ja})^2$$
#
# 제곱근은 취하지 않습니다. 제곱근이 없어도 가장 가까운 중심은 같습니다.

# %%
def distances(X, C):
    """Return the squared distance of every point to every centre.

    Args:
        X: the points, shape (n, d).
        C: the centres, shape (k, d).

    Returns:
        The squared distances, shape (n, k).
    """
    # Step 1. Subtract every centre from every point. Which axes do you need for that?
    ### BEGIN SOLUTION
    step = X[:, np.newaxis] - C
    ### END SOLUTION
    # Step 2. Square, and sum over the coordinates.
    ### BEGIN SOLUTION
    return np.sum(step**2, axis=2)
    ### END SOLUTION

# %% [markdown]
# ## Exercise: `assign`
#
# Each point gets the number of its nearest centre as its label, beginning at 0. If two centres are equally near, the
# lower number counts.

# %% [markdown] lang="ko"
# ## 연습 문제: `assign`
#
# 각 점은 가장 가까운 중심의 번호를 레이블로 받습니다. 번호는 0부터 시작합니다. 두 중심까지의 거리가 같으면 더 작은 번호를
# 택합니다.

# %%
def assign(X, C):
    """Return the index of the nearest centre for every point.

    Args:
        X: the points, shape (n, d).
        C: the centres, shape (k, d).

    Returns:
        The labels, shape (n,). Of two centres that are equally near, the lower index counts.
    """
    ### BEGIN SOLUTION
    return np.argmin(distances(X, C), axis=1)
    ### END SOLUTION

# %% [markdown]
# ## Exercise: `move`
#
# Each centre moves to the mean of the points that have its label. Nobody can take the mean of no points, so the centre
# of an empty cluster stays where it is.

# %% [markdown] lang="ko"
# ## 연습 문제: `move`
#
# 각 중심은 자기 레이블을 가진 점들의 평균으로 이동합니다. 점이 하나도 없으면 평균을 구할 수 없으므로, 빈 군집의 중심은 제자리에
# 머무릅니다.

# %%
def move(X, labels, k, C):
    """Return the mean of the points of each label.

    Args:
        X: the points, shape (n, d).
        labels: which cluster each point belongs to, shape (n,), whole numbers below k.
        k: how many clusters there are.
        C: the old centres, shape (k, d).

    Returns:
        The new centres, shape (k, d). An empty cluster keeps its old centre.
    """
    # Step 1. Begin with the old centres, in a new array.
    ### BEGIN SOLUTION
    centres = C.astype(float)
    ### END SOLUTION
    # Step 2. Replace the centre of each cluster that has points.
    ### BEGIN SOLUTION
    for j in range(k):
        members = X[labels == j]
        if len(members) > 0:
            centres[j] = np.mean(members, axis=0)
    return centres
    ### END SOLUTION
