#!/usr/bin/env bash
# Kills learners' server again and again, fills its disk, locks its database: whatever feedback was shown must be kept, once.
#   KILLS=50 LEARNERS=8 tests/load/crash.sh
# The disk is a tmpfs of a few MiB, which only root can mount; without that right this part says that it was left out.
source "$(dirname "$0")/lib.sh"
need python3
kills=${KILLS:-50}
learners=${LEARNERS:-8}
writer_dll=$root/tests/InterviewPrep.CrashWriter/bin/Release/net10.0/InterviewPrep.CrashWriter.dll
build tests/InterviewPrep.CrashWriter
broken=0
mounted=

unmount() { [ -z "$mounted" ] || umount "$mounted"; }
trap 'finish_writers; unmount; finish' EXIT

finish_writers() { [ -z "${writer:-}" ] || kill -9 "$writer" 2>/dev/null || true; }

# start_writer FILE PRINTED: sets writer, and returns once it answers.
start_writer() {
  local lines
  touch "$2"
  lines=$(wc -l <"$2")
  dotnet "$writer_dll" answer "$1" "$learners" >>"$2" &
  writer=$!
  until grep -q '^shown' < <(tail -n "+$((lines + 1))" "$2"); do
    kill -0 "$writer" 2>/dev/null || { echo "the writer ended by itself"; exit 1; }
    sleep 0.02
  done
}

# stop_writer: as a power cut does. What was on its way to the file gets a line end, so that the next line is whole.
stop_writer() {
  kill -9 "$writer"
  wait "$writer" 2>/dev/null || true
  writer=
  echo "cut" >>"$1"
}

audit() {
  local result
  if result=$(dotnet "$writer_dll" audit "$2" "$3"); then echo "kept    $1: $result"; else
    echo "BROKEN  $1: $result"
    broken=1
  fi
}

# count WORD FILE
count() { grep -c "^$1" "$2" || true; }

file=$work/killed/learners.db
for i in $(seq "$kills"); do
  start_writer "$file" "$work/killed.out"
  sleep "$(awk -v seed="$RANDOM" 'BEGIN { srand(seed); print rand() }')"
  stop_writer "$work/killed.out"
  python3 -c 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); sys.exit(d.execute("pragma integrity_check").fetchone()[0] != "ok")' "$file" || { echo "BROKEN  after kill $i"; broken=1; }
done
audit "$kills kills, $learners learners" "$file" "$work/killed.out"

# A lock that another process holds for longer than a learner waits: they are told, and go on once it is gone.
file=$work/locked/learners.db
start_writer "$file" "$work/locked.out"
python3 - "$file" <<'PYTHON'
import sqlite3, sys, time
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("pragma busy_timeout = 5000")
other.execute("begin immediate")
time.sleep(4)
other.execute("rollback")
PYTHON
before=$(count shown "$work/locked.out")
until [ "$(count shown "$work/locked.out")" -gt "$((before + learners))" ]; do sleep 0.1; done
stop_writer "$work/locked.out"
grep -q '^fault Busy' "$work/locked.out" || { echo "BROKEN  locked: nobody was told"; broken=1; }
audit "locked for 4 s, then going on" "$file" "$work/locked.out"

# A disk that fills up: learners are told, nothing is lost, and they go on once there is room, also after a kill meanwhile.
mkdir "$work/disk"
if mount -t tmpfs -o size=6m tmpfs "$work/disk" 2>/dev/null; then
  mounted=$work/disk
  file=$work/disk/learners.db
  start_writer "$file" "$work/full.out"
  until [ "$(count 'fault Full' "$work/full.out")" -ge "$((2 * learners))" ]; do
    kill -0 "$writer" || exit 1
    sleep 0.1
  done
  mount -o remount,size=64m "$work/disk"
  before=$(count shown "$work/full.out")
  until [ "$(count shown "$work/full.out")" -gt "$((before + learners))" ]; do sleep 0.1; done
  stop_writer "$work/full.out"
  audit "full, then room again" "$file" "$work/full.out"
  head -c 200M /dev/zero >"$work/disk/ballast" 2>/dev/null || true
  dotnet "$writer_dll" answer "$file" "$learners" >>"$work/full.out" &
  writer=$!
  sleep 3
  kill -9 "$writer" 2>/dev/null || true
  wait "$writer" 2>/dev/null || true
  writer=
  echo "cut" >>"$work/full.out"
  rm "$work/disk/ballast"
  start_writer "$file" "$work/full.out"
  stop_writer "$work/full.out"
  audit "started and killed on a full disk, then room again" "$file" "$work/full.out"
else
  echo "left out: a full disk (mounting a tmpfs needs root)"
fi

exit "$broken"
