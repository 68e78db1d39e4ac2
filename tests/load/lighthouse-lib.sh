# Sourced: Lighthouse from npm in a scratch folder that is kept between runs, and Chromium from the system.
lighthouse_version=13.0.1
lighthouse_home=${XDG_CACHE_HOME:-$HOME/.cache}/interviewprep-lighthouse-$lighthouse_version
need node npm python3
for found in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$found" ] && CHROME_PATH=$(command -v "$found") && break
done
[ -n "${CHROME_PATH:-}" ] || { echo "Chromium is missing: install it by the system's package manager, or set CHROMIUM"; exit 2; }
export CHROME_PATH
if [ ! -x "$lighthouse_home/node_modules/.bin/lighthouse" ]; then
  mkdir -p "$lighthouse_home"
  npm install --prefix "$lighthouse_home" --no-audit --no-fund --silent "lighthouse@$lighthouse_version"
fi

# run_lighthouse URL FILE: one run with the mobile preset. A browser whose trace it loses is asked again, twice.
run_lighthouse() {
  local _
  for _ in 1 2 3; do
    "$lighthouse_home/node_modules/.bin/lighthouse" "$1" --quiet --output=json --output-path="$2" \
      --only-categories=performance,accessibility,best-practices,seo \
      --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync" >/dev/null 2>"$2.err" && return
  done
  tail -n 5 "$2.err"
  return 1
}
