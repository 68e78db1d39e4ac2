# Sourced by the scripts here: starts servers on ports that the system picks and ends them, and only them, on exit.
set -euo pipefail
load=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$load/../.." && pwd)
scratch=$(mktemp -d)
pids=()
export DOTNET_NOLOGO=1 ASPNETCORE_ENVIRONMENT=Production

finish() {
  for pid in "${pids[@]:-}"; do [ -n "$pid" ] && kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

need() { command -v "$1" >/dev/null || { echo "$1 is missing; install it with the system's package manager."; exit 1; }; }

build() { dotnet build "$root/$1" -c Release -v q --nologo >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 1; }; }

web=$root/src/InterviewPrep.Web/bin/Release/net10.0/InterviewPrep.Web.dll
bench=$root/tests/InterviewPrep.Benchmarks/bin/Release/net10.0/InterviewPrep.Benchmarks.dll

# start NAME COMMAND...: runs it in the background; url_NAME and pid_NAME tell where it is.
start() {
  local name=$1
  shift
  (cd "$scratch" && exec "$@" --urls http://127.0.0.1:0) >"$scratch/$name.log" 2>&1 &
  local pid=$! url=
  pids+=("$pid")
  until url=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$scratch/$name.log"); do
    kill -0 "$pid" 2>/dev/null || { cat "$scratch/$name.log"; exit 1; }
    sleep 0.02
  done
  printf -v "url_$name" %s "$url"
  printf -v "pid_$name" %s "$pid"
}

stop() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# Seconds of CPU that a process has used.
cpu() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) / hz }' "/proc/$1/stat"; }

median() { sort -g | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
