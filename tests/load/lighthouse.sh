#!/usr/bin/env bash
# Lighthouse (mobile) on lessons, and on the same text served bare by nginx: scores, and the ratio of the largest contentful paints
# (at most 1.5). Medians of interleaved runs.
# usage: lighthouse.sh [runs] [lesson ...]
source "$(dirname "$0")/common.sh"
runs=${1:-3}
shift || true
lessons=("${@:-scaled-dot-product}")
need nginx
browser=$(command -v "${CHROMIUM:-chromium}") || { echo "chromium is missing; set CHROMIUM to its path."; exit 1; }
build src/InterviewPrep.Web
npm install --silent --no-save --prefix "$scratch/npm" lighthouse@12.2.3
start web dotnet "$web" --Content:Path "$root/content" --Database:ConnectionString "Data Source=$scratch/data.db"
mkdir -p "$scratch/html" "$scratch/tmp"
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
cat >"$scratch/nginx.conf" <<N
worker_processes 1; pid $scratch/nginx.pid; error_log $scratch/nginx.log; daemon off;
events { worker_connections 256; }
http { access_log off; types { text/html html; } client_body_temp_path $scratch/tmp/b; proxy_temp_path $scratch/tmp/p; fastcgi_temp_path $scratch/tmp/f; uwsgi_temp_path $scratch/tmp/u; scgi_temp_path $scratch/tmp/s;
  gzip_static on; gzip_vary on; server { listen 127.0.0.1:$port; root $scratch/html; } }
N
for lesson in "${lessons[@]}"; do
  # The same text without scripts, styles and fonts.
  curl -sf "$url_web/lessons/$lesson" | sed -E 's/<link[^>]*>//g; s/<script[^>]*><\/script>//g' >"$scratch/html/$lesson.html"
  gzip -9kf "$scratch/html/$lesson.html"
  curl -sf -o /dev/null -H 'Accept-Encoding: gzip, deflate, br' "$url_web/lessons/$lesson"
done
nginx -c "$scratch/nginx.conf" -e "$scratch/nginx.log" &
pids+=($!)
flags="--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
visit() {
  CHROME_PATH=$browser "$scratch/npm/node_modules/.bin/lighthouse" "$1" --quiet --output=json --output-path="$2" \
    --only-categories=performance,accessibility,best-practices,seo --chrome-flags="$flags" >/dev/null 2>&1 || echo "a run failed: $1"
}
for lesson in "${lessons[@]}"; do
  for run in $(seq "$runs"); do
    visit "$url_web/lessons/$lesson" "$scratch/ours.$lesson.$run.json"
    visit "http://127.0.0.1:$port/$lesson.html" "$scratch/bare.$lesson.$run.json"
  done
  node -e '
    const fs = require("fs"), [dir, lesson, runs] = process.argv.slice(1);
    const read = name => Array.from({ length: +runs }, (_, i) => `${dir}/${name}.${lesson}.${i + 1}.json`).filter(fs.existsSync).map(f => JSON.parse(fs.readFileSync(f)));
    const median = list => list.sort((a, b) => a - b)[list.length >> 1];
    const ours = read("ours"), bare = read("bare"), lcp = r => r.audits["largest-contentful-paint"].numericValue;
    const scores = ["performance", "accessibility", "best-practices", "seo"].map(c => Math.round(100 * median(ours.map(r => r.categories[c].score))));
    console.log(`${lesson}: scores ${scores.join("/")} (performance, accessibility, best practices, SEO); layout shift ${median(ours.map(r => r.audits["cumulative-layout-shift"].numericValue)).toFixed(3)}`);
    console.log(`  largest contentful paint ${Math.round(median(ours.map(lcp)))} ms, bare ${Math.round(median(bare.map(lcp)))} ms, ratio ${(median(ours.map(lcp)) / median(bare.map(lcp))).toFixed(2)} (at most 1.5)`);
  ' "$scratch" "$lesson" "$runs"
done
