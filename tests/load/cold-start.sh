#!/usr/bin/env bash
# From starting the process to the first page of a synthetic course (1,000 lessons, 10,000 questions), against Hugo building the same
# Markdown files; interleaved (at most 1.5 times).
# usage: cold-start.sh [lessons] [rounds]
source "$(dirname "$0")/common.sh"
lessons=${1:-1000}
rounds=${2:-5}
need hugo
build src/InterviewPrep.Web
build tests/InterviewPrep.Benchmarks
dotnet "$bench" generate "$scratch/course" "$lessons"
site=$scratch/hugo
mkdir -p "$site/content/lessons" "$site/layouts/_default"
cp "$scratch"/course/module-*/*.md "$site/content/lessons/"
printf 'baseURL = "http://127.0.0.1/"\ntitle = "peer"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n' >"$site/config.toml"
echo '<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>' >"$site/layouts/_default/single.html"
echo '<!doctype html><html lang="en"><body>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</body></html>' >"$site/layouts/_default/list.html"
now() { date +%s%N; }
for round in $(seq 0 "$rounds"); do
  rm -rf "$site/public" "$site/resources"
  a=$(now)
  (cd "$site" && hugo --quiet)
  b=$(now)
  start web dotnet "$web" --Content:Path "$scratch/course" --Database:ConnectionString "Data Source=$scratch/data.db"
  curl -sf -o /dev/null "$url_web/lessons/lesson-7"
  c=$(now)
  [ "$round" -gt 0 ] && echo "$(((b - a) / 1000000)) $(((c - b) / 1000000))" >>"$scratch/times"
  stop "$pid_web"
done
hugo=$(awk '{ print $1 }' "$scratch/times" | median)
ours=$(awk '{ print $2 }' "$scratch/times" | median)
echo "Hugo builds in $hugo ms, first lesson after $ours ms (medians of $rounds)"
awk -v a="$ours" -v b="$hugo" 'BEGIN { printf "first page / Hugo: %.2f (at most 1.5)\n", a / b }'
