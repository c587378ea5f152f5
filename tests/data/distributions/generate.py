"""Writes cases for the arithmetic of ranges and paces, worked out with scipy and without any convolution.

    python3 generate.py sums > sums.txt
    python3 generate.py paces > paces.txt
    python3 generate.py mixtures > mixtures.txt
    python3 generate.py check

Each piece of work is a Beta(3,3) between its low and high effort, and the pieces do not depend on each other. The
distribution of their sum comes from its characteristic function by the Gil-Pelaez formula. All pieces are symmetric, so
around the middle of the sum that function is real: a product of (2/s)^(5/2) Gamma(7/2) J_{5/2}(s), one for each piece.

The pace of what is ahead comes from a Bayesian linear regression of log(actual / expected) of the finished pieces on
where each lies on the route, in matrix form and with a Normal-Inverse-Gamma prior.
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
MIXTURE_LEVELS = [0.5, 0.8, 0.95]
PACES = 41
# The prior of the regression: its weight on "the estimates are right", the noise variance, and the standard deviation
# of a change of log(pace) from one end of the route to the other.
LEVEL_WEIGHT = 0.5
NOISE_SHAPE = 2.0
NOISE_RATE = NOISE_SHAPE * 0.2**2
CHANGE = 0.7
# Hours expected and taken, and the Student-t (df, location, scale) for each, known before this script was written.
WORKED_FINISHED = [(15, 18), (25, 25), (35, 45.5)]
WORKED_AHEAD = [30, 50, 60, 70, 30, 35, 60, 50]
WORKED_STUDENTS = [
    (4, 0.01790170, 0.45463897),
    (7, 0.21858646, 0.36094272),
    (7, 0.14786933, 0.21373267),
]


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


def regression(design, logs, prior):
    """Posterior mean and precision (times the noise variance) of the coefficients, then shape and rate of the noise."""
    precision = design.T @ design + prior
    mean = numpy.linalg.solve(precision, design.T @ logs)
    rate = NOISE_RATE + (logs @ logs - mean @ precision @ mean) / 2
    return mean, precision, NOISE_SHAPE + len(logs) / 2, rate


class Work:
    """What the finished pieces and the asked ones say: logs of the ratios, where each lies, and how many count."""

    def __init__(self, finished, ahead, asked):
        expected = numpy.array([piece for piece, _ in finished], dtype=float)
        wanted = numpy.array(ahead[:asked], dtype=float)
        total = math.fsum(expected) + math.fsum(ahead)
        self.logs = numpy.log(numpy.array([actual for _, actual in finished], dtype=float) / expected)
        self.places = (numpy.cumsum(expected) - expected / 2) / total
        self.place_ahead = (expected.sum() + wanted.sum() / 2) / total
        # The effective number of pieces: as many of equal size would average out as much as the asked ones.
        self.count = wanted.sum() ** 2 / (wanted @ wanted)


def student(work):
    """Degrees of freedom, location and scale of the Student-t that log(pace) of the asked pieces has."""
    level = numpy.ones((len(work.logs), 1))
    _, _, shape, rate = regression(level, work.logs, numpy.diag([LEVEL_WEIGHT]))
    change_weight = rate / shape / CHANGE**2
    design = numpy.column_stack([level, work.places])
    mean, precision, shape, rate = regression(design, work.logs, numpy.diag([LEVEL_WEIGHT, change_weight]))
    ahead = numpy.array([1, work.place_ahead])
    noise = rate / shape
    location = ahead @ mean + noise / 2 * (1 - 1 / work.count)
    scale = math.sqrt(noise * (ahead @ numpy.linalg.solve(precision, ahead) + 1 / work.count))
    return 2 * shape, float(location), scale


def all_ahead(finished, pieces):
    expected = [(low + high) // 2 for low, high in pieces]
    return Work(finished, expected, len(expected))


def mixture_quantile(total, work, level):
    df, location, scale = student(work)
    paces = numpy.exp(location + scale * stats.t.ppf((numpy.arange(PACES) + 0.5) / PACES, df))
    if not total.widths:
        # A certain effort takes 41 separate values: the quantile is the first that reaches the level.
        return float(total.low * paces[math.ceil(level * PACES) - 1])

    def at_most(minutes):
        return math.fsum(total.at_most(minutes / pace) for pace in paces) / PACES

    return solve(at_most, level, total.low * paces[0], total.high * paces[-1])


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
        finished.append((expected, min(max(actual, math.ceil(expected / 7)), expected * 7)))
    return finished


def listed(items):
    return ",".join(map(str, items)) or "-"


def ranges(pieces):
    return listed(f"{low}-{high}" for low, high in pieces)


def pairs(finished):
    return listed(f"{expected}:{actual}" for expected, actual in finished)


def sum_cases():
    random.seed(f"{SEED} sums")
    return [[(low * WEEK, high * WEEK) for low, high in TWELVE_PHASES]] + [draw_pieces() for _ in range(99)]


def worked_cases():
    finished = [(expected * 60, round(actual * 60)) for expected, actual in WORKED_FINISHED]
    ahead = [hours * 60 for hours in WORKED_AHEAD]
    route = [expected for expected, _ in finished] + ahead
    return [([], route, len(route)), (finished, ahead, len(ahead)), (finished, ahead, 1)]


def pace_cases():
    random.seed(f"{SEED} paces")
    cases = worked_cases()
    for case in range(57):
        ahead = draw_efforts(random.choice([1, 2, 15] + [random.randint(3, 15)] * 4))
        asked = random.choice([1, len(ahead), len(ahead)] + [random.randint(1, len(ahead))] * 3)
        cases.append((draw_finished(case % 13), ahead, asked))
    return cases


def mixture_cases():
    random.seed(f"{SEED} mixtures")
    return [(draw_finished(random.choice([0, 1, 2, 3, 6, 12])), draw_pieces()) for _ in range(60)]


def write_sums():
    print("pieces p5 p50 p80 p95 p99")
    for pieces in sum_cases():
        total = Sum(pieces)
        print(ranges(pieces), *[total.quantile(level) for level in SUM_LEVELS])


def write_paces():
    print("finished ahead asked df location scale p50 p80 p95")
    for finished, ahead, asked in pace_cases():
        df, location, scale = student(Work(finished, ahead, asked))
        paces = [math.exp(stats.t.ppf(level, df, location, scale)) for level in MIXTURE_LEVELS]
        print(pairs(finished), listed(ahead), asked, df, location, scale, *paces)


def write_mixtures():
    print("finished pieces p50 p80 p95")
    for finished, pieces in mixture_cases():
        total, work = Sum(pieces), all_ahead(finished, pieces)
        print(pairs(finished), ranges(pieces), *[mixture_quantile(total, work, level) for level in MIXTURE_LEVELS])


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


def student_without_coefficients(work):
    """The same Student-t without coefficients: all logs, seen and asked, as one sample whose covariance is known."""
    def rate(covariance):
        return NOISE_RATE + work.logs @ numpy.linalg.solve(covariance, work.logs) / 2

    n = len(work.logs)
    shape = NOISE_SHAPE + n / 2
    level = numpy.eye(n) + 1 / LEVEL_WEIGHT
    change_variance = CHANGE**2 * shape / rate(level)
    seen = level + change_variance * numpy.outer(work.places, work.places)
    shared = 1 / LEVEL_WEIGHT + change_variance * work.places * work.place_ahead
    asked = 1 / LEVEL_WEIGHT + change_variance * work.place_ahead**2 + 1 / work.count
    noise = rate(seen) / shape
    location = shared @ numpy.linalg.solve(seen, work.logs) + noise / 2 * (1 - 1 / work.count)
    return 2 * shape, location, math.sqrt(noise * (asked - shared @ numpy.linalg.solve(seen, shared)))


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
    print("paces, df, location and scale from the worked ones:", max(
        abs(numpy.subtract(student(Work(*case)), known)).max()
        for case, known in zip(worked_cases(), WORKED_STUDENTS)))
    works = [Work(*case) for case in pace_cases()] + [all_ahead(*case) for case in mixture_cases()]
    print("paces and mixtures, df, location and scale without coefficients:", max(
        abs(numpy.subtract(student(work), student_without_coefficients(work))).max() for work in works))
    print("mixtures, minutes from a longer period with fewer terms:", max(
        abs(mixture_quantile(Sum(pieces), work, level) - mixture_quantile(Sum(pieces, 1.37, 12_000), work, level))
        for finished, pieces in mixture_cases() for work in [all_ahead(finished, pieces)] for level in MIXTURE_LEVELS))


COMMANDS = {"sums": write_sums, "paces": write_paces, "mixtures": write_mixtures, "check": check}

if __name__ == "__main__":
    print(f"scipy {scipy.__version__}, numpy {numpy.__version__}, seed {SEED}", file=sys.stderr)
    COMMANDS[sys.argv[1]]()
