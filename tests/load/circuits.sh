#!/usr/bin/env bash
# While READERS (200) connections read every page for SECONDS_EACH (5) seconds each: no page asks for a circuit, no connection
# is upgraded, none stays open afterwards, and memory comes back.
. "$(dirname "$0")/lib.sh"
need wrk curl python3
build_app
start_app "$course"
pages=$(curl -sf "$app_url/course" | grep -oE 'href="/(lessons|modules)/[a-z0-9-]+"' | cut -d'"' -f2 | sort -u)
port=${app_url##*:}
before=$(rss_of "$app_pid")
sockets=0
read_bytes=0
for page in / /course /glossary /sources /search $pages; do
  html=$(curl -sf "$app_url$page")
  case $html in *_framework/blazor* | *"<!--Blazor"* | *_blazor*) echo "$page asks for a circuit"; sockets=$((sockets + 1)) ;; esac
  answer=$(wrk -t1 -c"${READERS:-200}" -d"${SECONDS_EACH:-5}s" -H "Accept-Encoding: br" "$app_url$page")
  read_bytes=$((read_bytes + $(sed -n 's/ *\([0-9]*\) requests in.*/\1/p' <<<"$answer")))
done
upgraded=$(curl -s -o /dev/null -w '%{http_code}' -X POST "$app_url/_blazor/negotiate?negotiateVersion=1")
socket=$(curl -s -o /dev/null -m 5 -w '%{http_code}' -H "Connection: Upgrade" -H "Upgrade: websocket" -H "Sec-WebSocket-Version: 13" -H "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==" "$app_url/_blazor")
sleep 1
open=$(python3 - "$port" <<'P'
import sys
port = f"{int(sys.argv[1]):04X}"
lines = [l.split() for f in ("/proc/net/tcp", "/proc/net/tcp6") for l in open(f).readlines()[1:]]
print(sum(1 for l in lines if l[1].endswith(":" + port) and l[3] == "01"))
P
)
echo "$read_bytes pages read; negotiating a circuit answers $upgraded, a web socket $socket; memory $before -> $(rss_of "$app_pid") MB"
verdict "pages that ask for a circuit" "$sockets" 0 pages
verdict "connections left open" "$open" 0 connections
verdict "circuit addresses that answer" "$([ "$upgraded" = 404 ] && [ "$socket" = 404 ] && echo 0 || echo 1)" 0 addresses
exit $missed
