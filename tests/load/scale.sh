#!/usr/bin/env bash
# Memory after loading and after every page has been read once, for 100 and for 1,000 lessons (under 250 MB, growth no worse than
# linear), and the time from writing one edit to the changed page (200 ms).
# usage: scale.sh [edits]
source "$(dirname "$0")/common.sh"
edits=${1:-9}
build src/InterviewPrep.Web
build tests/InterviewPrep.Benchmarks
rss() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }
for lessons in 100 1000; do
  course=$scratch/course-$lessons
  dotnet "$bench" generate "$course" "$lessons"
  start web dotnet "$web" --Content:Path "$course" --Database:ConnectionString "Data Source=$scratch/data-$lessons.db"
  curl -sf -o /dev/null "$url_web/"
  sleep 8
  loaded=$(rss "$pid_web")
  for n in $(seq 0 $((lessons - 1))); do echo "url = $url_web/lessons/lesson-$n"; echo "output = /dev/null"; done >"$scratch/pages"
  curl -sf --compressed --config "$scratch/pages"
  curl -sf -o /dev/null "$url_web/search?q=latency"
  echo "$lessons lessons: $loaded MB after loading, $(rss "$pid_web") MB after reading every page"
  if [ "$lessons" = 1000 ]; then
    file=$course/module-0/lesson-7.md
    for n in $(seq "$edits"); do
      sleep 1
      a=$(date +%s%N)
      echo "Edit number $n is here." >>"$file"
      until curl -sf "$url_web/lessons/lesson-7" | grep -q "Edit number $n is here"; do :; done
      echo "$((($(date +%s%N) - a) / 1000000))" >>"$scratch/edits"
    done
    echo "one edit of 1,000 lessons is on the page after $(median <"$scratch/edits") ms (median of $edits; at most 200)"
  fi
  stop "$pid_web"
done
