#!/usr/bin/env bash
# From exec to the first page of a course of 1,000 lessons and 10,000 questions, against Hugo building the same Markdown with
# one minimal template. Interleaved; ROUNDS (5), LESSONS (1000).
. "$(dirname "$0")/lib.sh"
need hugo python3 curl
build_app
build_bench
lessons=${LESSONS:-1000}
dotnet "$bench_dll" generate "$work/course" "$lessons"
mkdir -p "$work/site/content/lessons" "$work/site/layouts/_default"
cp "$work"/course/module-*/*.md "$work/site/content/lessons/"
cat >"$work/site/hugo.toml" <<'T'
baseURL = "http://127.0.0.1/"
title = "peer"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
T
echo '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>' >"$work/site/layouts/_default/single.html"
echo '<!doctype html><html lang="en"><body>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</body></html>' >"$work/site/layouts/_default/list.html"
now() { date +%s%N; }
: >"$work/ours" ; : >"$work/ours.cpu" ; : >"$work/hugo" ; : >"$work/hugo.cpu"
for round in $(seq "${ROUNDS:-5}"); do
  begin=$(now)
  start_app "$work/course"
  wait_for "$app_url/lessons/lesson-$((lessons / 2))"
  echo $((($(now) - begin) / 1000000)) >>"$work/ours"
  cpu_of "$app_pid" >>"$work/ours.cpu"
  stop "$app_pid"
  rm -rf "$work/site/public" "$work/site/resources"
  begin=$(now)
  python3 - "$work/site" <<'P' >>"$work/hugo.cpu"
import resource, subprocess, sys
subprocess.run(["hugo", "--quiet", "--ignoreCache", "--source", sys.argv[1]], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
P
  echo $((($(now) - begin) / 1000000)) >>"$work/hugo"
done
[ "$(find "$work/site/public" -name index.html | wc -l)" -gt "$lessons" ] || { echo "Hugo did not build the lessons."; exit 1; }
ours=$(median <"$work/ours") hugo=$(median <"$work/hugo")
echo "first page of $lessons lessons: $ours ms ($(tr '\n' ' ' <"$work/ours")), CPU $(median <"$work/ours.cpu") s"
echo "Hugo builds the same: $hugo ms ($(tr '\n' ' ' <"$work/hugo")), CPU $(median <"$work/hugo.cpu") s, $(hugo version | cut -d' ' -f2)"
verdict "cold start against Hugo" "$(awk -v a="$ours" -v b="$hugo" 'BEGIN { printf "%.2f", a / b }')" 1.5 times
exit $missed
