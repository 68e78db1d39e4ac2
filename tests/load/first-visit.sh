#!/usr/bin/env bash
# Bytes of a first visit to every lesson, by kind, as the browser counts them (headers included; at most 150 KB).
# usage: first-visit.sh [lesson ...]
source "$(dirname "$0")/common.sh"
browser=$(command -v "${CHROMIUM:-chromium}") || { echo "chromium is missing; set CHROMIUM to its path."; exit 1; }
build src/InterviewPrep.Web
npm install --silent --no-save --prefix "$scratch/npm" playwright-core@1.65.1
start web dotnet "$web" --Content:Path "$root/content" --Database:ConnectionString "Data Source=$scratch/data.db"
cp "$load/first-visit.mjs" "$scratch/npm/"
node "$scratch/npm/first-visit.mjs" "$browser" "$url_web" "$@"
