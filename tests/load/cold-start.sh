#!/usr/bin/env bash
# From exec to the first page of a course of 1,000 lessons and 10,000 questions, against Hugo building the same files with one
# minimal template: the lessons as its content, the quizzes as its data, of which each page says how many questions it has. Beside
# it Hugo building the lessons alone. The application is published as docs/operations.md says, compiled for this machine ahead of
# time. Interleaved; ROUNDS (5), LESSONS (1000).
. "$(dirname "$0")/lib.sh"
need hugo python3 curl
publish src/InterviewPrep.Web "$work/ours"
app_dll=$work/ours/InterviewPrep.Web.dll
build_bench
lessons=${LESSONS:-1000}
dotnet "$bench_dll" generate "$work/course" "$lessons"

# site NAME MORE: a site of Hugo's with the lessons, and MORE on each page.
site() {
  mkdir -p "$work/$1/content/lessons" "$work/$1/layouts/_default"
  cp "$work"/course/module-*/*.md "$work/$1/content/lessons/"
  cat >"$work/$1/hugo.toml" <<'T'
baseURL = "http://127.0.0.1/"
title = "peer"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
T
  echo "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body><main>{{ .Content }}$2</main></body></html>" >"$work/$1/layouts/_default/single.html"
  echo '<!doctype html><html lang="en"><body>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</body></html>' >"$work/$1/layouts/_default/list.html"
}

# build_hugo NAME: builds a site, and notes milliseconds and seconds of the processor.
build_hugo() {
  rm -rf "$work/$1/public" "$work/$1/resources"
  python3 - "$work/$1" <<'P' >>"$work/$1.times"
import resource, subprocess, sys, time
begin = time.perf_counter()
subprocess.run(["hugo", "--quiet", "--ignoreCache", "--source", sys.argv[1]], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{(time.perf_counter() - begin) * 1000:.0f} {used.ru_utime + used.ru_stime:.2f}")
P
}

site lessons ""
site whole '{{ with index site.Data.quizzes .File.BaseFileName }}<p>{{ len .questions }} questions</p>{{ end }}'
mkdir -p "$work/whole/data/quizzes"
for quiz in "$work"/course/module-*/*.quiz.yaml; do cp "$quiz" "$work/whole/data/quizzes/$(basename "$quiz" .quiz.yaml).yaml"; done
for _ in $(seq "${ROUNDS:-5}"); do
  begin=$(date +%s%N)
  start_app "$work/course"
  wait_for "$app_url/lessons/lesson-$((lessons / 2))"
  echo "$((($(date +%s%N) - begin) / 1000000)) $(cpu_of "$app_pid")" >>"$work/ours.times"
  stop "$app_pid"
  build_hugo whole
  build_hugo lessons
done
[ "$(find "$work/lessons/public" -name index.html | wc -l)" -gt "$lessons" ] || { echo "Hugo did not build the lessons."; exit 1; }
grep -q '10 questions' "$work/whole/public/lessons/lesson-$((lessons / 2))/index.html" || { echo "Hugo did not read the quizzes."; exit 1; }
middle() { cut -d' ' -f"$2" "$work/$1.times" | median; }
ratio() { awk -v a="$(middle ours 1)" -v b="$(middle "$1" 1)" 'BEGIN { printf "%.2f", a / b }'; }
for name in ours whole lessons; do echo "$name: $(middle $name 1) ms ($(cut -d' ' -f1 "$work/$name.times" | tr '\n' ' ')), CPU $(middle $name 2) s"; done
echo "Hugo $(hugo version | cut -d' ' -f2); against the lessons alone $(ratio lessons) times; load of the machine $(cut -d' ' -f1 /proc/loadavg)"
verdict "cold start against Hugo building the same files" "$(ratio whole)" 1.5 times
exit $missed
