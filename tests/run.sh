#!/usr/bin/env bash
# Everything that has to hold, from a fresh clone: installs Chromium, PostgreSQL and NumPy where there are none, restores, builds,
# runs every test, and beside them checks formatting and content, runs the code of the lessons and starts what a publish makes.
# The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
source tests/postgres.sh
said=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; stop_postgres; rm -rf "$said"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# What runs for a minute or two is done before counting how it runs has paid: a third less processor time, here and in what is started.
export DOTNET_TieredPGO=0
configuration=Release
names=()
processes=()
passed=0
failed=0

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

# One step that counts as a test of its own.
step() {
  local name=$1
  shift
  echo "== $name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
    return 1
  fi
}

# Begins a step that runs beside others, which leave some of the cores idle; it is counted, and what it says shown, when its turn comes.
beside() {
  local name=$1
  shift
  "$@" >"$said/$name" 2>&1 &
  names+=("$name")
  processes+=($!)
}

# Waits for what ran beside, and shows what it said.
turn() {
  local status=0
  wait "$2" || status=$?
  cat "$said/$1"
  return $status
}

need() {
  command -v "$1" >/dev/null && return
  echo "$1 is missing: $2"
  failed=$((failed + 1))
  finish
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# The browser comes from the system's package manager: Chromium without its own windows where there is such a package, which takes
# half the time, or else the whole of it. CHROMIUM names one that is already there.
browser() {
  local shell=chromium-headless-shell
  found_browser "${CHROMIUM:-}" $shell && return
  if command -v apt-get >/dev/null && { apt-cache show $shell || as_root apt-get update; } >/dev/null 2>&1; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $shell >/dev/null 2>&1 || true
  fi
  found_browser $shell chromium chromium-browser google-chrome google-chrome-stable && return
  if command -v apt-get >/dev/null; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium
  elif command -v dnf >/dev/null; then
    as_root dnf install -y chromium
  elif command -v pacman >/dev/null; then
    as_root pacman -S --noconfirm chromium
  elif command -v brew >/dev/null; then
    brew install --cask chromium
  fi
  found_browser chromium chromium-browser && return
  echo "Chromium is missing and could not be installed. Install it and run again, or set CHROMIUM to its path."
  return 1
}

found_browser() {
  local name found
  for name in "$@"; do
    [ -n "$name" ] && found=$(command -v "$name") && { export CHROMIUM=$found; return; }
  done
  return 1
}

# The server of the data tests: the system's package, a cluster of its own for this run. INTERVIEWPREP_TEST_POSTGRES names one
# that is there already.
postgres() {
  [ -n "${INTERVIEWPREP_TEST_POSTGRES:-}" ] && return
  if ! find_postgres; then
    if command -v apt-get >/dev/null; then
      as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql
    elif command -v dnf >/dev/null; then
      as_root dnf install -y postgresql-server
    elif command -v pacman >/dev/null; then
      as_root pacman -S --noconfirm postgresql
    elif command -v brew >/dev/null; then
      brew install postgresql@17
    fi
  fi
  start_postgres
}

# What runs the code of the lessons: the system's Python and NumPy. PYTHON names another one that has NumPy.
python() {
  find_python && return
  if command -v apt-get >/dev/null; then
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-numpy
  elif command -v dnf >/dev/null; then
    as_root dnf install -y python3-numpy
  elif command -v pacman >/dev/null; then
    as_root pacman -S --noconfirm python-numpy
  elif command -v brew >/dev/null; then
    brew install numpy
  fi
  find_python || {
    echo "Python 3.10 or later with NumPy is missing and could not be installed. Install it and run again, or set PYTHON to its path."
    return 1
  }
}

# The first python3 of the path may be one of the user's own, without NumPy.
find_python() {
  local found
  for found in "${PYTHON:-}" python3 /usr/bin/python3; do
    [ -n "$found" ] && "$found" -c 'import sys, numpy; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && { PYTHON=$found; return; }
  done
  return 1
}

run_tests() {
  local log
  log=$(mktemp)
  dotnet test --no-build --configuration "$configuration" --no-progress 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]}
  local succeeded broken
  succeeded=$(sed -n 's/^ *succeeded: *\([0-9]*\).*/\1/p' "$log" | tail -n 1)
  broken=$(sed -n 's/^ *failed: *\([0-9]*\).*/\1/p' "$log" | tail -n 1)
  rm -f "$log"
  passed=$((passed + ${succeeded:-0}))
  failed=$((failed + ${broken:-0}))
  # A run that ended badly without naming a failed test, or that ran none, is a failure too.
  if [ "$status" -ne 0 ] && [ "${broken:-0}" -eq 0 ] || [ "${succeeded:-0}" -eq 0 ]; then failed=$((failed + 1)); fi
}

need dotnet "install the .NET 10 SDK"
need node "install Node.js 20 or later with npm"
step "browser" browser || finish
step "PostgreSQL" postgres || finish
step "Python" python || finish
step "restore" dotnet restore || finish
step "build" dotnet build --no-restore --configuration "$configuration" || finish
beside "content" dotnet run --no-build --configuration "$configuration" --project src/InterviewPrep.Cli -- check content --warnings-as-errors
beside "lesson code" "$PYTHON" tests/lesson-code/run.py
beside "published" env PYTHON="$PYTHON" bash tests/published.sh "$configuration"
# Before the tests, one of which writes badly formatted code.
step "formatting" dotnet format whitespace . --folder --verify-no-changes
echo "== tests"
run_tests
for i in "${!names[@]}"; do
  step "${names[$i]}" turn "${names[$i]}" "${processes[$i]}"
done
finish
