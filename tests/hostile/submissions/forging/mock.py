"""Is no function but a mock, which accepts anything.

zero_pad: forbidden, 0
"""

from unittest.mock import MagicMock

zero_pad = MagicMock()
