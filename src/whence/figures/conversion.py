"""Figures in base units, so that miles compare with kilometres and cents with dollars."""

from __future__ import annotations

from whence.figures.intervals import scale
from whence.figures.money import money_unit
from whence.figures.units import Unit, in_main_unit
from whence.records import Figure, Interval

_ZERO_FAHRENHEIT = 32.0


def in_base(figure: Figure) -> tuple[float | None, Interval, Interval, str]:
    """A figure in the base unit of what it measures.

    Returns:
        Value, hard and soft interval, and the unit: m, m2, m3, kg, m/s, C or K, J, byte, day, the main unit of a
        currency. A bare count and a unit without others stay as they are.

    >>> from whence.figures.find import find_figures
    >>> from whence.records import Report
    >>> figure, = find_figures(Report("1", "1", "They took 90 square miles."))
    >>> in_base(figure)[0], in_base(figure)[3]
    (233098929.9..., 'm2')
    """
    unit = in_main_unit(figure.unit) or money_unit(figure.unit)
    if unit is None:
        return figure.value, figure.hard, figure.soft, figure.unit
    if unit.name == "degree Fahrenheit":
        value = None if figure.value is None else _celsius(figure.value)
        return value, _shifted(figure.hard), _shifted(figure.soft), unit.base
    value = None if figure.value is None else figure.value * unit.factor
    return value, scale(figure.hard, unit.factor), scale(figure.soft, unit.factor), unit.base


def base_unit(name: str) -> Unit | None:
    """The unit of a canonical name with its base unit and factor; None for a bare count and an unknown one.

    >>> base_unit("foot").base, base_unit("cent").base, base_unit("")
    ('m', 'USD', None)
    """
    return in_main_unit(name) or money_unit(name)


def _celsius(fahrenheit: float) -> float:
    """Degrees Fahrenheit in degrees Celsius."""
    return (fahrenheit - _ZERO_FAHRENHEIT) / 1.8


def _shifted(interval: Interval) -> Interval:
    """An interval of degrees Fahrenheit in degrees Celsius."""
    low = None if interval.low is None else _celsius(interval.low)
    high = None if interval.high is None else _celsius(interval.high)
    return Interval(low, high, interval.open_low, interval.open_high)
