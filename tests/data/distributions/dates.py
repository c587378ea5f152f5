"""Writes the dates of some plans, worked out by the method of generate.py and by numpy.busday_offset.

    python3 dates.py > dates.txt

Each plan is one of the shipped roadmap's, as a list of pieces in hours, begun on a Monday with nothing finished. The
learner has so many minutes on each day from Monday to Friday. A date of a piece is the study day on which the minutes
for it have gathered that are enough with 50, 80 or 95 %: either by the ranges alone, or at the pace of somebody of whom
nothing is known yet, which for each piece is that of all work up to its end.
"""

import math
import sys

import numpy
import scipy

import generate

# Monday of the first week of 2055, a year with the calendar of 2027.
START = numpy.datetime64("2055-01-04")
AI_ML = [(40, 80), (30, 40), (40, 60), (60, 80), (20, 40)]
# The additions of Data Analytics: only SQL of its first phase, the second without Matplotlib, the third, and its project.
ANALYTICS = [(10, 40 / 3), (40 / 3, 20), (40, 50), (15, 28)]
ANALYTICS_ALONE = [(40, 80), (30, 40), (20, 30), (40, 50), (15, 28)]
TWO_WEEKS = [numpy.datetime64("2055-02-01") + day for day in range(14)]
# Name, hours of the pieces, minutes on each day from Monday to Friday, and the dates off.
PLANS = [
    ("ai-ml", AI_ML, 120, []),
    ("ai-ml-five-hours", AI_ML, 60, []),
    ("ai-ml-fifteen-hours", AI_ML, 180, []),
    ("ai-ml-two-weeks-off", AI_ML, 120, TWO_WEEKS),
    ("ai-ml-five-hours-two-weeks-off", AI_ML, 60, TWO_WEEKS),
    ("ai-ml-without-project", AI_ML[:4], 120, []),
    ("ai-ml-two-projects", AI_ML + [(15, 30)], 120, []),
    ("ai-ml-knowing-fundamentals", AI_ML[1:], 120, []),
    ("ai-ml-then-analytics", AI_ML + ANALYTICS, 120, []),
    ("analytics", ANALYTICS_ALONE, 120, []),
    ("web", [(40, 80), (20, 30), (40, 60), (40, 60), (35, 60)], 120, []),
]


def study_day(minutes, a_day, off):
    """The date on which so many minutes have gathered."""
    days = max(math.ceil(minutes / a_day - 1e-6), 1)
    return numpy.busday_offset(START, days - 1, roll="forward", holidays=off)


def minutes(pieces, upto, own_pace):
    """The minutes that are enough for the first pieces with 50, 80 and 95 %."""
    if own_pace:
        ahead = [((low + high) // 2, (generate.DEVIATION * (high - low) / ((low + high) // 2)) ** 2) for low, high in pieces[:upto]]
        return [generate.Route([], ahead).quantile(level) for level in generate.LEVELS]
    return [generate.Sum(pieces[:upto]).quantile(level) for level in generate.LEVELS]


def main():
    print(f"scipy {scipy.__version__}, numpy {numpy.__version__}", file=sys.stderr)
    print("plan a_day pieces pace upto p50 p80 p95 minutes50 minutes80 minutes95")
    for name, hours, a_day, off in PLANS:
        pieces = [(round(low * 60), round(high * 60)) for low, high in hours]
        listed = ",".join(f"{low}-{high}" for low, high in pieces)
        for own_pace in (False, True):
            for upto in range(1, len(pieces) + 1):
                enough = minutes(pieces, upto, own_pace)
                found = [str(study_day(one, a_day, off)) for one in enough] + [f"{one:.3f}" for one in enough]
                print(name, a_day, listed, "own" if own_pace else "ranges", upto, *found)


main()
