"""Bar chart and column chart: their geometry, for SVG that the server draws. Pure.

The page sets it as attributes of SVG elements, since its policy allows no style in the page. What a chart shows
stands beside it as numbers, in a table: the drawing itself is hidden from screen readers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BAR_LENGTH = 100
COLUMN_WIDTH = 20
COLUMN_REM = 4
"""What a column takes on the screen at most, with its gap: one day alone is a bar, and no slab."""
CHART_HEIGHT = 100
_GAP = 4
_LEAST = 1.0
"""What is not zero can be seen, however small it is beside the largest."""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    x: float
    y: float
    width: float
    height: float
    """All in units of the chart's viewBox; y grows downwards."""


def bar_length(value: int, largest: int) -> float:
    """Of `BAR_LENGTH`, for a value of at most `largest`."""
    return _scaled(value, largest, BAR_LENGTH)


def chart_columns(values: Sequence[int]) -> list[ChartColumn]:
    """One for each value, from the left, standing on the lower edge; the largest is as high as the chart."""
    largest = max(values, default=0)
    heights = [_scaled(value, largest, CHART_HEIGHT) for value in values]
    return [
        ChartColumn(number * COLUMN_WIDTH + _GAP / 2, CHART_HEIGHT - height, COLUMN_WIDTH - _GAP, height)
        for number, height in enumerate(heights)
    ]


def _scaled(value: int, largest: int, length: int) -> float:
    if value <= 0 or largest <= 0:
        return 0.0
    return max(round(length * value / largest, 1), _LEAST)
