#!/usr/bin/env python3
"""CPU time of a server per request, in interleaved rounds, so that a busy machine disturbs all alike.

usage: measure.py ROUNDS SECONDS CONNECTIONS name|url|pid[|header: value ...] ...
Prints, for each, the median of microseconds of CPU per request, its ratio to the first, the spread, and requests per second.
The last line is JSON: {"name": microseconds}.
"""
import json, os, re, statistics, subprocess, sys

rounds, seconds, connections = (int(a) for a in sys.argv[1:4])
tick = os.sysconf("SC_CLK_TCK")


def cpu(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / tick


def load(url, headers, duration):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{duration}s"]
    for header in headers:
        command += ["-H", header]
    output = subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout
    if "Socket errors" in output or ("Non-2xx" in output and not any(h.startswith("If-None-Match") for h in headers)):
        sys.exit(f"{url}\n{output}")
    return int(re.search(r"(\d+) requests in", output).group(1))


targets = [argument.split("|") for argument in sys.argv[4:]]
costs = {target[0]: [] for target in targets}
rates = {target[0]: [] for target in targets}
for name, url, pid, *headers in targets:
    load(url, headers, 2)
for _ in range(rounds):
    for name, url, pid, *headers in targets:
        before = cpu(pid)
        requests = load(url, headers, seconds)
        costs[name].append((cpu(pid) - before) / max(requests, 1) * 1e6)
        rates[name].append(requests / seconds)
medians = {name: statistics.median(values) for name, values in costs.items()}
first = next(iter(medians.values()))
for name, median in medians.items():
    print(f"{name:<34} {median:8.1f} us CPU a request  x{median / first:5.2f}  ({min(costs[name]):.1f} - {max(costs[name]):.1f})  {statistics.median(rates[name]):9.0f} req/s")
print(json.dumps(medians))
