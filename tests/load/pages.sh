#!/usr/bin/env bash
# CPU per request, server side: a lesson that is kept, against a bare Kestrel that serves the same compressed bytes (at most 2 times)
# and against a plain Blazor static page that renders the same text (a page for a known reader, at most 1.5 times).
# usage: pages.sh [lesson] [rounds] [seconds]
source "$(dirname "$0")/common.sh"
lesson=${1:-scaled-dot-product}
rounds=${2:-7}
seconds=${3:-3}
need wrk
build src/InterviewPrep.Web
build tests/InterviewPrep.Benchmarks
start web dotnet "$web" --Content:Path "$root/content" --Database:ConnectionString "Data Source=$scratch/data.db"
curl -sf "$url_web/lessons/$lesson" >"$scratch/lesson.html"
start peer dotnet "$bench" peer "$scratch/lesson.html"
until curl -sf -o /dev/null "$url_peer/plain"; do sleep 0.05; done

# name, address, process, cookie
rows=("bare|$url_peer/plain|$pid_peer|" "kept|$url_web/lessons/$lesson|$pid_web|" "blazor|$url_peer/blazor|$pid_peer|" "known|$url_web/lessons/$lesson|$pid_web|theme=dark")
measure() {
  local url=$1 pid=$2 cookie=$3 before after requests
  before=$(cpu "$pid")
  requests=$(wrk -t1 -c16 "-d${seconds}s" -H "Accept-Encoding: br" ${cookie:+-H "Cookie: $cookie"} "$url" | awk '/requests in/ { print $1 }')
  after=$(cpu "$pid")
  awk -v a="$before" -v b="$after" -v n="$requests" 'BEGIN { printf "%.1f\n", (b - a) / n * 1e6 }'
}
for row in "${rows[@]}"; do
  IFS='|' read -r name url pid cookie <<<"$row"
  measure "$url" "$pid" "$cookie" >/dev/null
done
for _ in $(seq "$rounds"); do
  for row in "${rows[@]}"; do
    IFS='|' read -r name url pid cookie <<<"$row"
    measure "$url" "$pid" "$cookie" >>"$scratch/$name.cpu"
  done
done
bare=$(median <"$scratch/bare.cpu")
blazor=$(median <"$scratch/blazor.cpu")
kept=$(median <"$scratch/kept.cpu")
known=$(median <"$scratch/known.cpu")
printf 'CPU microseconds per request, median of %s rounds (lowest-highest)\n' "$rounds"
for name in bare kept blazor known; do
  printf '  %-8s %8.1f  (%s-%s)\n' "$name" "$(median <"$scratch/$name.cpu")" "$(sort -g "$scratch/$name.cpu" | head -1)" "$(sort -g "$scratch/$name.cpu" | tail -1)"
done
awk -v k="$kept" -v b="$bare" -v n="$known" -v z="$blazor" 'BEGIN { printf "kept lesson / bare Kestrel: %.2f (at most 2)\nlesson for a known reader / plain Blazor page: %.2f (at most 1.5)\n", k / b, n / z }'
