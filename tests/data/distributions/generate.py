"""Writes cases for the arithmetic of ranges and paces, worked out with scipy and without any convolution.

    python3 generate.py sums > sums.txt
    python3 generate.py paces > paces.txt
    python3 generate.py check

Each piece of work is a Beta(3,3) between its low and high effort, and the pieces do not depend on each other. The
distribution of their sum comes from its characteristic function by the Gil-Pelaez formula. All pieces are symmetric, so
around the middle of the sum that function is real: a product of (2/s)^(5/2) Gamma(7/2) J_{5/2}(s), one for each piece.

The pace of what is ahead comes from a Gaussian process along the hours of study, in matrix form: one covariance matrix of
everything finished and everything ahead.
"""

import math
import random
import sys

import numpy
import scipy
from scipy import integrate, optimize, special, stats

SEED = 20270120
# The remainder after this many terms is below 1e-13 even where one wide piece outweighs all others.
TERMS = 20_000
# Weeks of seven days; the quantiles in days were known before this script was written.
TWELVE_PHASES = [(4, 6), (3, 4), (6, 8), (4, 6), (2, 3), (8, 12), (4, 8), (3, 5), (2, 4), (6, 10), (1, 2), (4, 6)]
TWELVE_PHASES_DAYS = [404.634, 423.500, 433.242, 442.366, 449.857]
WEEK = 7 * 24 * 60
SUM_LEVELS = [0.05, 0.5, 0.8, 0.95, 0.99]
LEVELS = [0.5, 0.8, 0.95]
# The process: standard deviations of the level, of its random walk after 100 hours and of the trend in 100 hours, how fast
# the trend fades, its mean, and the sizes of the noise of single pieces with their prior probabilities.
LEVEL = 0.26
WALK = 0.095
TREND = 0.095
DAMPING = 0.235
MEAN = 0.04
NOISES = [(0.06, 0.2), (0.1, 0.2), (0.16, 0.15), (0.25, 0.45)]
UNIT = 100 * 60
# The standard deviation of Beta(3,3) on a range of width 1.
DEVIATION = 1 / math.sqrt(28)


def characteristic(widths, t):
    """The characteristic function at t > 0 of the sum, counted from its middle."""
    product = numpy.ones_like(t)
    for width in widths:
        s = t * width / 2
        product *= special.gamma(3.5) * (2 / s) ** 2.5 * special.jv(2.5, s)
    return product


class Sum:
    """The sum of all pieces, with its distribution function and quantiles."""

    def __init__(self, pieces, stretch=1.0, terms=TERMS):
        self.low = sum(low for low, _ in pieces)
        self.high = sum(high for _, high in pieces)
        self.middle = (self.low + self.high) / 2
        self.widths = [high - low for low, high in pieces if high > low]
        if len(self.widths) > 1:
            # The sum has a lowest and a highest value, so over a period at least that long the Gil-Pelaez integral is
            # exactly a sum, and the only error is in the terms left out.
            self.period = stretch * (self.high - self.low)
            self.steps = 2 * math.pi * numpy.arange(1, terms + 1) / self.period
            self.weights = 2 / self.period * characteristic(self.widths, self.steps) / self.steps

    def at_most(self, minutes):
        if minutes < self.low:
            return 0.0
        if minutes >= self.high:
            return 1.0
        if len(self.widths) == 1:
            return stats.beta.cdf(minutes, 3, 3, self.low, self.high - self.low)
        away = minutes - self.middle
        return 0.5 + away / self.period + numpy.dot(self.weights, numpy.sin(self.steps * away))

    def quantile(self, level):
        if not self.widths:
            return float(self.low)
        if len(self.widths) == 1:
            return float(stats.beta.ppf(level, 3, 3, self.low, self.high - self.low))
        return solve(self.at_most, level, self.low, self.high)


def solve(at_most, level, low, high):
    return float(optimize.brentq(lambda minutes: at_most(minutes) - level, low, high, xtol=1e-10, rtol=1e-15))


class Route:
    """Finished pieces (expected, actual, variance of the logarithm by chance) and pieces ahead (expected, variance)."""

    def __init__(self, finished, ahead):
        self.count = len(finished)
        self.expected = numpy.array([piece[0] for piece in finished + ahead], dtype=float)
        self.chance = numpy.array([piece[-1] for piece in finished + ahead], dtype=float)
        self.logs = numpy.log([actual / expected for expected, actual, _ in finished])
        places = (numpy.cumsum(self.expected) - self.expected / 2) / UNIT
        ramp = (1 - numpy.exp(-DAMPING * places)) / DAMPING
        self.mean = MEAN * ramp
        self.covariance = (
            LEVEL**2 + WALK**2 * numpy.minimum.outer(places, places) + TREND**2 * numpy.outer(ramp, ramp))

    def parts(self):
        """Mean, standard deviation and weight of the log of (time ahead / time expected), for each size of the noise."""
        seen, ahead = slice(self.count), slice(self.count, None)
        share = self.expected[ahead] / self.expected[ahead].sum()
        parts = []
        for noise, prior in NOISES:
            # Everything observed: the process, the chance of the ranges and the noise.
            whole = self.covariance + numpy.diag(self.chance + noise**2)
            across = self.covariance[ahead, seen]
            gain = across @ numpy.linalg.inv(whole[seen, seen]) if self.count else across
            mean = self.mean[ahead] + gain @ (self.logs - self.mean[seen])
            left = whole[ahead, ahead] - gain @ across.T
            fit = stats.multivariate_normal.logpdf(self.logs, self.mean[seen], whole[seen, seen]) if self.count else 0
            location = share @ mean + noise**2 / 2 * (1 - share @ share)
            parts.append((location, math.sqrt(share @ left @ share), math.log(prior) + fit))
        means, deviations, logs = map(numpy.array, zip(*parts))
        weights = numpy.exp(logs - logs.max())
        return means, deviations, weights / weights.sum()

    def quantile(self, level):
        """The quantile of the minutes ahead."""
        means, deviations, weights = self.parts()
        at_most = lambda log: weights @ stats.norm.cdf((log - means) / deviations)
        low, high = means.min() - 8 * deviations.max(), means.max() + 8 * deviations.max()
        log = optimize.brentq(lambda log: at_most(log) - level, low, high, xtol=1e-13, rtol=1e-14)
        return float(self.expected[self.count:].sum() * math.exp(log))


def log_uniform(low, high):
    return math.exp(random.uniform(math.log(low), math.log(high)))


def draw_pieces():
    count = random.choice([1, 2, 2, 3, 5, 12, 40, random.randint(1, 40), random.randint(1, 40)])
    certain = random.choice([0] * 8 + [0.2, 0.2, 0.5, 0.9, 1])
    narrowest, widest = random.choice([(10, 3600), (10, 3600), (10, 60), (60, 600), (600, 3600)])
    pieces = []
    for _ in range(count):
        low = round(log_uniform(15, 6000))
        width = 0 if random.random() < certain else round(log_uniform(narrowest, widest))
        pieces.append((low, low + width))
    return pieces


def draw_efforts(count):
    shortest, longest = random.choice([(15, 6000), (15, 6000), (600, 3600), (1800, 1800)])
    return [round(log_uniform(shortest, longest)) for _ in range(count)]


def draw_finished(count):
    usual = random.choice([1, log_uniform(0.4, 2.5), log_uniform(0.4, 2.5), log_uniform(1 / 7, 7)])
    change = random.choice([0, 0, random.uniform(-1, 1), random.uniform(-2, 2)])
    spread = random.choice([0, 0.05, 0.25, 0.25, 0.6])
    finished = []
    for place, expected in enumerate(draw_efforts(count)):
        actual = round(expected * usual * math.exp(change * place / count + random.gauss(0, spread)))
        actual = min(max(actual, math.ceil(expected / 7)), expected * 7)
        finished.append((expected, actual, draw_chance()))
    return finished


def draw_chance():
    return random.choice([0.0, random.uniform(0, 0.02), random.uniform(0, 0.2)])


def listed(items):
    return ",".join(map(str, items)) or "-"


def ranges(pieces):
    return listed(f"{low}-{high}" for low, high in pieces)


def tuples(pieces):
    return listed(":".join(map(str, piece)) for piece in pieces)


def sum_cases():
    random.seed(f"{SEED} sums")
    return [[(low * WEEK, high * WEEK) for low, high in TWELVE_PHASES]] + [draw_pieces() for _ in range(99)]


def pace_cases():
    random.seed(f"{SEED} paces")
    for case in range(240):
        ahead = [(expected, draw_chance()) for expected in draw_efforts(random.choice([1, 2, random.randint(1, 40)]))]
        yield draw_finished(case % 20 + (40 if case == 239 else 0)), ahead


def write_sums():
    print("pieces p5 p50 p80 p95 p99")
    for pieces in sum_cases():
        total = Sum(pieces)
        print(ranges(pieces), *[total.quantile(level) for level in SUM_LEVELS])


def write_paces():
    print("finished ahead means deviations weights p50 p80 p95")
    for finished, ahead in pace_cases():
        route = Route(finished, ahead)
        print(tuples(finished), tuples(ahead), *map(listed, route.parts()), *map(route.quantile, LEVELS))


def integral(total, minutes):
    """The Gil-Pelaez integral itself, by adaptive quadrature panel by panel until nothing is left of it."""
    away = minutes - total.middle
    panel = 8 * math.pi / (total.high - total.low)
    area, start = 0.0, 0.0
    while True:
        part = integrate.quad(
            lambda t: characteristic(total.widths, numpy.float64(t)) * math.sin(t * away) / t,
            start, start + panel, epsabs=1e-13, limit=200,
        )[0]
        area, start = area + part, start + panel
        if abs(characteristic(total.widths, numpy.float64(start))) < 1e-12 or start > 400 * panel:
            return 0.5 + area / math.pi


def check():
    reference = Sum([(low * WEEK, high * WEEK) for low, high in TWELVE_PHASES])
    days = [reference.quantile(level) / (24 * 60) for level in SUM_LEVELS]
    print("twelve phases, days from the figures known before:", max(abs(numpy.subtract(days, TWELVE_PHASES_DAYS))))
    print("sums, minutes from a longer period with fewer terms:", max(
        abs(Sum(pieces).quantile(level) - Sum(pieces, 1.37, 12_000).quantile(level))
        for pieces in sum_cases() for level in SUM_LEVELS))
    print("sums, probability from the integral:", max(
        abs(integral(total, total.quantile(level)) - level)
        for total in map(Sum, sum_cases()) if total.widths for level in SUM_LEVELS))


COMMANDS = {"sums": write_sums, "paces": write_paces, "check": check}

if __name__ == "__main__":
    print(f"scipy {scipy.__version__}, numpy {numpy.__version__}, seed {SEED}", file=sys.stderr)
    COMMANDS[sys.argv[1]]()
