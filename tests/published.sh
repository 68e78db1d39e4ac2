#!/usr/bin/env bash
# What a publish makes of the build, started from another folder as docs/operations.md says: a lesson and every file that it names
# have to come, compressed and for a year. Usage: tests/published.sh CONFIGURATION (after a build of it).
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
app=
finish() {
  [ -n "$app" ] && kill "$app" 2>/dev/null && wait "$app" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
dotnet publish src/InterviewPrep.Web --no-build --configuration "$1" --output "$work/app" --verbosity quiet -clp:ErrorsOnly
mkdir "$work/elsewhere"
cd "$work/elsewhere"
ASPNETCORE_ENVIRONMENT=Production dotnet "$work/app/InterviewPrep.Web.dll" --urls http://127.0.0.1:0 --Content:Path="$root/content" >"$work/out" 2>&1 &
app=$!
until url=$(sed -n 's/^InterviewPrep is at \(http[^ ]*\).*/\1/p' "$work/out") && [ -n "$url" ]; do
  kill -0 "$app" 2>/dev/null || { cat "$work/out"; exit 1; }
  sleep 0.1
done
lesson=$(curl -sf "$url/course" | grep -o '/lessons/[a-z0-9-]*' | head -n 1)
files=$(curl -sf "$url$lesson" | grep -oE '(href|src)="/[^"]*\.(css|js|woff2|svg)"' | cut -d'"' -f2 | sort -u)
[ "$(wc -l <<<"$files")" -ge 6 ] || { echo "$lesson names only: $files"; exit 1; }
for file in $files; do
  head=$(curl -sfI -H 'Accept-Encoding: br' "$url$file") || { echo "$file does not come"; exit 1; }
  grep -qi 'cache-control: max-age=31536000, immutable' <<<"$head" || { echo "$file is not kept: $head"; exit 1; }
  grep -qE 'woff2$' <<<"$file" || grep -qi 'content-encoding: br' <<<"$head" || { echo "$file comes whole: $head"; exit 1; }
done
echo "$lesson and its $(wc -l <<<"$files") files come from a publish"
