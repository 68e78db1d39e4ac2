#!/usr/bin/env bash
# Bytes over the wire of a first visit to a lesson, by kind, as the browser counts them. Budget: 150 KB in all.
. "$(dirname "$0")/lib.sh"
. "$here/lighthouse-lib.sh"
build_app
start_app "$course"
for each in $lesson; do
  run_lighthouse "$app_url/lessons/$each" "$work/visit.json"
  python3 - "$work/visit.json" "$each" <<'P' | tee "$work/result"
import collections, json, sys
items = json.load(open(sys.argv[1]))["audits"]["network-requests"]["details"]["items"]
kinds = collections.Counter()
for item in items:
    kinds[item.get("resourceType") or "Other"] += item["transferSize"]
    print(f'{item["transferSize"]:8,d}  {item["url"].split("/", 3)[3]}')
print(f"lesson {sys.argv[2]}: " + ", ".join(f"{kind} {size / 1024:.1f} KB" for kind, size in kinds.most_common()))
print(f"{sum(kinds.values()) / 1024:.1f}")
P
  verdict "first visit to $each" "$(tail -n 1 "$work/result")" 150 KB
done
exit $missed
