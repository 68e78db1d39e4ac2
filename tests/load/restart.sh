#!/usr/bin/env bash
# From SIGKILL to the first answered page, against a bare Kestrel that opens the same SQLite file, ROUNDS (9) each, in turn: a page that
# is made for nobody in particular, and one that a learner's answers are read from the database for. The limit is for the first; beside
# it stand the second and the time of the processor. Both are published as docs/operations.md says: compiled for this machine ahead of time.
. "$(dirname "$0")/lib.sh"
need python3 curl
publish src/InterviewPrep.Web "$work/ours"
publish tests/InterviewPrep.CrashWriter "$work/bare"
app_dll=$work/ours/InterviewPrep.Web.dll
bare_dll=$work/bare/InterviewPrep.CrashWriter.dll
mkdir "$work/run"
cd "$work/run"

# time_of NAME PATH COMMAND...: starts it, notes milliseconds until PATH answers, and kills it. A learner's cookie goes along once there is one.
cookie=
time_of() {
  local name=$1 path=$2 port url begin
  shift 2
  port=$(free_port)
  url=http://127.0.0.1:$port
  begin=$(date +%s%N)
  ASPNETCORE_ENVIRONMENT=Production "$@" --urls "$url" >"$work/out" 2>&1 &
  local pid=$!
  started+=("$pid")
  until curl -sf -H "Cookie: $cookie" -o /dev/null "$url$path"; do
    kill -0 "$pid" || { cat "$work/out"; exit 1; }
    sleep 0.005 # Asking without a pause takes a core from whoever starts.
  done
  [ "$name" != guest ] || cookie=$(curl -sf -D - -o /dev/null -X POST -H "Origin: $url" "$url/learner" | tr -d '\r' | sed -n 's/^[Ss]et-[Cc]ookie: \(guest=[^;]*\).*/\1/p')
  echo "$(((($(date +%s%N)) - begin) / 1000000))" >>"$work/$name.wall"
  awk -v seconds="$(cpu_of "$pid")" 'BEGIN { print seconds * 1000 }' >>"$work/$name.cpu"
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || true
}

start_ours() { time_of "$1" "$2" dotnet "$app_dll" --Content:Path="$course"; }

start_ours guest /quiz
learner=$cookie
for _ in $(seq "${ROUNDS:-9}"); do
  cookie=
  start_ours ours /quiz
  time_of bare / dotnet "$bare_dll" bare "$work/run/data/interviewprep.db"
  cookie=$learner
  start_ours learner /today
done
for kind in wall cpu; do
  echo "$kind: ours $(median <"$work/ours.$kind") ms, a learner's page $(median <"$work/learner.$kind") ms, bare Kestrel with SQLite $(median <"$work/bare.$kind") ms; load of the machine $(cut -d' ' -f1 /proc/loadavg)"
done
verdict "restart" "$(awk -v a="$(median <"$work/ours.wall")" -v b="$(median <"$work/bare.wall")" 'BEGIN { printf "%.2f", a / b }')" 3 times
exit $missed
