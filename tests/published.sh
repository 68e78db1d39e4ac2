#!/usr/bin/env bash
# What a publish makes of the build, started from another folder as docs/operations.md says: a lesson and every file that it names
# have to come, compressed and for a year. Usage: tests/published.sh CONFIGURATION (after a build of it).
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
app=
finish() {
  [ -z "$app" ] || { kill "$app" && wait "$app"; } 2>/dev/null || true
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
"${PYTHON:-python3}" - "$url" <<'P'
import re, sys, urllib.request


def ask(address, encoding="identity"):
    request = urllib.request.Request(sys.argv[1] + address, headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request) as response:
        return response.headers, response.read()


lesson = re.search(r"/lessons/[a-z0-9-]+", ask("/course")[1].decode())[0]
files = sorted(set(re.findall(r'(?:href|src)="(/[^"]*\.(?:css|js|woff2|svg))"', ask(lesson)[1].decode())))
assert len(files) >= 6, f"{lesson} names only {files}"
for file in files:
    headers, body = ask(file, "br")
    assert body, f"{file} comes empty"
    assert headers["Cache-Control"] == "max-age=31536000, immutable", f"{file} is not kept: {headers}"
    assert file.endswith(".woff2") or headers["Content-Encoding"] == "br", f"{file} comes whole: {headers}"
print(f"{lesson} and its {len(files)} files come from a publish")
P
