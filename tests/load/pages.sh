#!/usr/bin/env bash
# CPU per request of a lesson: kept for guests, against a bare Kestrel that serves the same bytes compressed, and with a
# cookie, against a plain Blazor static page that renders the same text. ROUNDS (5), SECONDS (4), CONNECTIONS (32).
. "$(dirname "$0")/lib.sh"
need wrk python3 curl
build_app
build_bench
start_app "$course"
page=$app_url/lessons/$lesson
curl -sf "$page" >"$work/lesson.html"
peer_url=http://127.0.0.1:$(free_port)
dotnet "$bench_dll" peer "$work/lesson.html" --urls "$peer_url" >/dev/null 2>&1 &
peer_pid=$!
started+=("$peer_pid")
wait_for "$peer_url/plain"
settle "$app_pid"
tag=$(curl -sf -H "Accept-Encoding: br" -o /dev/null -D - "$page" | tr -d '\r' | sed -n 's/^ETag: //Ip')
echo "lesson $lesson: $(stat -c %s "$work/lesson.html") bytes, $(curl -sf -H "Accept-Encoding: br" "$page" | wc -c) compressed by us, $(curl -sf "$peer_url/plain" | wc -c) by the peer"
python3 "$here/measure.py" "${ROUNDS:-5}" "${SECONDS_EACH:-4}" "${CONNECTIONS:-32}" \
  "bare Kestrel, same bytes|$peer_url/plain|$peer_pid" \
  "lesson, guest|$page|$app_pid|Accept-Encoding: br" \
  "lesson, theme cookie|$page|$app_pid|Accept-Encoding: br|Cookie: theme=dark" \
  "lesson, not modified|$page|$app_pid|Accept-Encoding: br|If-None-Match: $tag" \
  "plain Blazor page, not compressed|$peer_url/blazor|$peer_pid" \
  "search, rendered each time|$app_url/search?q=queue|$app_pid|Accept-Encoding: br" | tee "$work/result"
read -r guest cookie < <(tail -n 1 "$work/result" | python3 -c '
import json, sys
m = json.load(sys.stdin)
print(round(m["lesson, guest"] / m["bare Kestrel, same bytes"], 2), round(m["lesson, theme cookie"] / m["plain Blazor page, not compressed"], 2))')
verdict "guest lesson against bare Kestrel" "$guest" 2 times
verdict "lesson with a cookie against a plain Blazor page" "$cookie" 1.5 times
exit $missed
