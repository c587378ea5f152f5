"""Writes cases for turning effort into dates, worked out by numpy.busday_offset.

    python3 generate.py > busday.txt

A learner studies one unit on each day that is marked in the weekday mask and is no holiday. Work of n units is then
finished on the (n-1)th study day after the first one: busday_offset(start, n - 1, roll="forward").
"""

import random
import sys

import numpy

SEED = 20270104
CASES = 600

random.seed(SEED)
print(f"numpy {numpy.__version__}, seed {SEED}", file=sys.stderr)
print("start mask holidays units finish")
for _ in range(CASES):
    start = numpy.datetime64("2020-01-01") + random.randrange(10 * 365)
    mask = random.choice(["1111100", "1111111", "0000011", "1010100", "0100000", ""])
    mask = mask or f"{random.randrange(1, 128):07b}"
    reach = random.choice([14, 60, 400])
    count = random.choice([0, 0, 1, 3, 10, 30])
    holidays = sorted({start + random.randrange(-5, reach) for _ in range(count)})
    units = random.choice([1, 2, random.randrange(1, 20), random.randrange(1, 300)])
    finish = numpy.busday_offset(start, units - 1, roll="forward", weekmask=mask, holidays=holidays)
    print(start, mask, ",".join(map(str, holidays)) or "-", units, finish)
