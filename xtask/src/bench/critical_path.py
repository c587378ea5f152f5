"""Times the critical path and the dates of tasks, each after the one before, with networkx.

Prints the version, the median and the least time in milliseconds, and the last date, with tabs between.
"""

import datetime
import json
import sys
import time

import networkx

with open(sys.argv[1]) as file:
    plan = json.load(file)
start = datetime.date.fromisoformat(plan["start"])
daily = plan["daily"]

graph = networkx.DiGraph()
for task, minutes in enumerate(plan["minutes"]):
    graph.add_node(task, minutes=minutes)
    if task > 0:
        # An edge weighs as much as the task it leaves, so that the longest path is the critical one.
        graph.add_edge(task - 1, task, weight=plan["minutes"][task - 1])


def recompute():
    order = list(networkx.topological_sort(graph))
    minutes = graph.nodes.data("minutes")
    earliest = {}
    for task in order:
        before = max((earliest[other] for other in graph.predecessors(task)), default=0)
        earliest[task] = before + minutes[task]
    latest = {}
    for task in reversed(order):
        after = min((latest[other] - minutes[other] for other in graph.successors(task)), default=earliest[order[-1]])
        latest[task] = after
    critical = networkx.dag_longest_path(graph)
    dates = {task: start + datetime.timedelta(days=(end - 1) // daily) for task, end in earliest.items()}
    return critical, latest, dates


times = []
begun = time.perf_counter()
while len(times) < 3 or time.perf_counter() - begun < 2:
    before = time.perf_counter()
    critical, latest, dates = recompute()
    times.append((time.perf_counter() - before) * 1000)
times.sort()
print(networkx.__version__, times[len(times) // 2], times[0], max(dates.values()), sep="\t")
