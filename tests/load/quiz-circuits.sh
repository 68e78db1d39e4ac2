#!/usr/bin/env bash
# CIRCUITS (200) learners, each over a circuit of their own on a quiz of ten questions, with AT_ONCE (8) answering at a time: heap
# of each circuit, and milliseconds from a click to its feedback, the client's own share included. Then the server's share alone:
# LEARNERS (8) who answer ANSWERS (5000) times each, marked and committed to a file.
. "$(dirname "$0")/lib.sh"
need node npm
circuits=${CIRCUITS:-200}
build src/InterviewPrep.Web tests/InterviewPrep.CrashWriter
mkdir "$work/client"
cp "$here/quiz-circuits.mjs" "$work/client"
(cd "$work/client" && echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund @microsoft/signalr@10.0.11 @microsoft/signalr-protocol-msgpack@10.0.11)
COURSE=${COURSE:-$root/content}
start_app "$COURSE" --Diagnostics:Memory=true --Circuits:PerAddress=10000
settle "$app_pid"
echo "load of the machine: $(cut -d' ' -f1 /proc/loadavg), course $(basename "$COURSE")"
line=$(node "$work/client/quiz-circuits.mjs" "$app_url" "$circuits" "${AT_ONCE:-8}")
echo "$line"
read -r heap p99 p999 < <(python3 -c 'import json, sys; m = json.loads(sys.argv[1]); print(m["tenth"]["heapKB"], m["p99"], m["p999"])' "$line")
stop "$app_pid"
times=$(dotnet "$root/tests/InterviewPrep.CrashWriter/bin/Release/net10.0/InterviewPrep.CrashWriter.dll" time "$work/times/learners.db" "${LEARNERS:-8}" "${ANSWERS:-5000}")
read -r count median t99 t999 most <<<"$times"
echo "$count answers, server side: median $median ms, 99 % $t99 ms, 99.9 % $t999 ms, longest $most ms; over circuits 99 % $p99 ms, 99.9 % $p999 ms"
verdict "heap of a circuit after ten answers" "$heap" 150 KB
verdict "answer marked and committed, 99 %" "$t99" 10 ms
verdict "answer marked and committed, 99.9 %" "$t999" 100 ms
exit $missed
