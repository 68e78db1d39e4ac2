# Sourced by the scripts here: builds what they measure, starts it, and ends what it started and nothing else.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
started=()
app_dll=$root/src/InterviewPrep.Web/bin/Release/net10.0/InterviewPrep.Web.dll
bench_dll=$root/tests/InterviewPrep.Benchmarks/bin/Release/net10.0/InterviewPrep.Benchmarks.dll

finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT

need() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: install it by the system's package manager"; exit 2; }
  done
}

# NOBUILD=1 measures what is there.
build() {
  [ -n "${NOBUILD:-}" ] && return
  for project in "$@"; do dotnet build "$root/$project" --configuration Release --verbosity quiet -clp:ErrorsOnly; done
}

# publish PROJECT FOLDER: compiled ahead of time for this machine. From a copy of the sources: a restore for one kind of machine
# changes the lock files.
publish() {
  local rid
  rid=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -n 1)
  [ -d "$work/source" ] || { mkdir "$work/source" && (cd "$root" && git ls-files -z | xargs -0 cp --parents -t "$work/source"); }
  dotnet publish "$work/source/$1" --configuration Release --runtime "$rid" --no-self-contained -p:PublishReadyToRun=true -p:RestoreLockedMode=false --output "$2" --verbosity quiet -clp:ErrorsOnly
}

build_app() { build src/InterviewPrep.Web; }
build_bench() { build tests/InterviewPrep.Benchmarks; }

# The course that is read: the miniature one of the tests, unless COURSE names another; LESSON is one of its lessons.
course=$(realpath "${COURSE:-$root/tests/InterviewPrep.EndToEnd/Course}")
lesson=${LESSON:-littles-law}

# start_app CONTENT SETTING...: sets app_pid and app_url.
start_app() {
  local folder content=$1
  shift
  folder=$(mktemp -d -p "$work")
  (cd "$folder" && ASPNETCORE_ENVIRONMENT=Production exec dotnet "$app_dll" --urls http://127.0.0.1:0 --Content:Path="$content" "$@" >"$folder/out" 2>"$folder/err") &
  app_pid=$!
  started+=("$app_pid")
  until app_url=$(sed -n 's/^InterviewPrep is at \(http[^ ]*\).*/\1/p' "$folder/out" 2>/dev/null) && [ -n "$app_url" ]; do
    kill -0 "$app_pid" 2>/dev/null || { cat "$folder/out" "$folder/err"; exit 1; }
    sleep 0.01
  done
}

# stop PID: ends one that this script started.
stop() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# wait_for URL: until it answers, a minute at most.
wait_for() {
  local _
  for _ in $(seq 6000); do
    curl -sf -o /dev/null "$1" && return
    sleep 0.01
  done
  echo "$1 does not answer: $(curl -s -o /dev/null -w '%{http_code}' "$1")"
  exit 1
}

# User and system time of a process in seconds.
cpu_of() { awk -v tick="$(getconf CLK_TCK)" '{ sub(/^.*\) /, ""); print ($12 + $13) / tick }' "/proc/$1/stat"; }

rss_of() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }

# Until a process has used less than a twentieth of a core for two seconds: its background work is done.
settle() {
  local before after
  while :; do
    before=$(cpu_of "$1")
    sleep 2
    after=$(cpu_of "$1")
    awk -v a="$before" -v b="$after" 'BEGIN { exit !(b - a < 0.1) }' && return
  done
}

median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# verdict NAME VALUE LIMIT UNIT: prints whether a measured value keeps its limit, and remembers when it does not.
missed=0
verdict() {
  if awk -v v="$2" -v l="$3" 'BEGIN { exit !(v <= l) }'; then echo "kept    $1: $2 $4 (limit $3)"; else
    echo "MISSED  $1: $2 $4 (limit $3)"
    missed=1
  fi
}
