#!/usr/bin/env bash
# Lighthouse (mobile) of a lesson: 100 in every category; its largest contentful paint against the same text served bare,
# compressed, by nginx. Interleaved; ROUNDS (5). The application is published as docs/operations.md says: what a first request waits
# for the compiler counts as the server's answer.
. "$(dirname "$0")/lib.sh"
. "$here/lighthouse-lib.sh"
need nginx gzip curl
publish src/InterviewPrep.Web "$work/ours"
app_dll=$work/ours/InterviewPrep.Web.dll
start_app "$course"
page=$app_url/lessons/$lesson
mkdir -p "$work/bare/tmp"
curl -sf "$page" | python3 -c '
import re, sys
page = sys.stdin.read()
main = re.search(r"<main.*</main>", page, re.S).group(0)
title = re.search(r"<title>.*?</title>", page).group(0)
print(f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><meta name=viewport content=\"width=device-width, initial-scale=1\">{title}</head><body>{main}</body></html>")' >"$work/bare/lesson.html"
gzip -9k "$work/bare/lesson.html"
port=$(free_port)
cat >"$work/nginx.conf" <<N
$([ "$(id -u)" -eq 0 ] && echo "user $(id -un) $(id -gn);") worker_processes 1; pid $work/nginx.pid; error_log $work/nginx.log; daemon off;
events { worker_connections 256; }
http {
  access_log off; types { text/html html; } gzip_static on; gzip_vary on;
  client_body_temp_path $work/bare/tmp/b; proxy_temp_path $work/bare/tmp/p; fastcgi_temp_path $work/bare/tmp/f;
  uwsgi_temp_path $work/bare/tmp/u; scgi_temp_path $work/bare/tmp/s;
  server { listen 127.0.0.1:$port; root $work/bare; }
}
N
nginx -c "$work/nginx.conf" -e "$work/nginx.log" -p "$work" &
started+=("$!")
wait_for "http://127.0.0.1:$port/lesson.html"
settle "$app_pid"
for round in $(seq "${ROUNDS:-5}"); do
  run_lighthouse "$page" "$work/ours.$round.json"
  run_lighthouse "http://127.0.0.1:$port/lesson.html" "$work/bare.$round.json"
done
python3 - "$work" <<'P' | tee "$work/result"
import glob, json, statistics, sys
median = {}
for name in ("ours", "bare"):
    runs = [json.load(open(f)) for f in sorted(glob.glob(f"{sys.argv[1]}/{name}.*.json"))]
    audit = lambda key: statistics.median(r["audits"][key]["numericValue"] for r in runs)
    scores = {k: statistics.median(round((r["categories"][k]["score"] or 0) * 100) for r in runs) for k in ("performance", "accessibility", "best-practices", "seo")}
    median[name] = audit("largest-contentful-paint")
    print(f'{name}: ' + " ".join(f"{k} {v:.0f}" for k, v in scores.items())
          + f'; FCP {audit("first-contentful-paint"):.0f} ms, LCP {median[name]:.0f} ms, TBT {audit("total-blocking-time"):.0f} ms, CLS {audit("cumulative-layout-shift"):.4f}, {audit("total-byte-weight") / 1024:.1f} KB')
    if name == "ours":
        ours = scores
        for r in runs[:1]:
            for a in r["audits"].values():
                if a.get("score") is not None and a["score"] < 0.9 and a["scoreDisplayMode"] in ("binary", "numeric", "metricSavings"):
                    print(f'  below: {a["id"]}: {a["title"]} {a.get("displayValue", "")}')
print(min(ours.values()), round(median["ours"] / median["bare"], 2))
P
read -r lowest ratio < <(tail -n 1 "$work/result")
verdict "points missing of 100 in the worst category" "$(awk -v l="$lowest" 'BEGIN { print 100 - l }')" 0 points
verdict "largest contentful paint against bare nginx" "$ratio" 1.5 times
exit $missed
