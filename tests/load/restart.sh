#!/usr/bin/env bash
# From SIGKILL to the first answered page that reads the database, against a bare Kestrel with SQLite, ROUNDS (9) each, in turn.
# Wall time, and the processor's alone, which a busy machine changes less. Both are published as docs/operations.md says: compiled
# for this machine ahead of time.
. "$(dirname "$0")/lib.sh"
need python3 curl
publish src/InterviewPrep.Web "$work/ours"
publish tests/InterviewPrep.CrashWriter "$work/bare"
app_dll=$work/ours/InterviewPrep.Web.dll
bare_dll=$work/bare/InterviewPrep.CrashWriter.dll
mkdir "$work/run"
cd "$work/run"

# time_of NAME PATH COMMAND...: kills what ran, starts it again, and notes milliseconds until PATH answers.
time_of() {
  local name=$1 path=$2 port url begin
  shift 2
  port=$(free_port)
  url=http://127.0.0.1:$port
  begin=$(date +%s%N)
  ASPNETCORE_ENVIRONMENT=Production "$@" --urls "$url" >"$work/out" 2>&1 &
  local pid=$!
  started+=("$pid")
  until curl -sf -o /dev/null "$url$path"; do
    kill -0 "$pid" || { cat "$work/out"; exit 1; }
    sleep 0.005 # Asking without a pause takes a core from whoever starts.
  done
  echo "$(((($(date +%s%N)) - begin) / 1000000))" >>"$work/$name.wall"
  awk -v seconds="$(cpu_of "$pid")" 'BEGIN { print seconds * 1000 }' >>"$work/$name.cpu"
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || true
}

for _ in $(seq "${ROUNDS:-9}"); do
  time_of ours /quiz dotnet "$app_dll" --Content:Path="$course"
  time_of bare / dotnet "$bare_dll" bare "$work/run/data/interviewprep.db"
done
for kind in wall cpu; do
  ours=$(median <"$work/ours.$kind")
  bare=$(median <"$work/bare.$kind")
  echo "$kind: ours $ours ms, bare Kestrel with SQLite $bare ms; load of the machine $(cut -d' ' -f1 /proc/loadavg)"
  verdict "restart, $kind" "$(awk -v a="$ours" -v b="$bare" 'BEGIN { printf "%.2f", a / b }')" 3 times
done
exit $missed
