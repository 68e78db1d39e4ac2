#!/usr/bin/env bash
# Reviews and memory steps a second against ts-fsrs, and with LOG=REVLOG.csv (day,card,rating,delta_t) the time to fit parameters
# against the optimizer in Rust. Both from npm into a temporary folder. CPU time, after a warm-up. Interleaved; ROUNDS (5), REVIEWS (200000).
. "$(dirname "$0")/lib.sh"
need node npm python3
build_bench
reviews=${REVIEWS:-200000}
packages=(ts-fsrs@5.4.2)
[ -n "${LOG:-}" ] && packages+=(@open-spaced-repetition/binding@0.5.0)
mkdir "$work/peer"
(cd "$work/peer" && echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund "${packages[@]}")
cat >"$work/peer/steps.mjs" <<'J'
import { fsrs, createEmptyCard, Rating } from "ts-fsrs";
const count = Number(process.argv[2]), chain = 10, scheduler = fsrs(), start = new Date(Date.UTC(2026, 0, 1));
function reviews(n) {
  let card, now;
  for (let i = 0; i < n; i++) {
    if (i % chain === 0) [card, now] = [createEmptyCard(start), start];
    card = scheduler.next(card, now, i % chain === 6 ? Rating.Again : Rating.Good).card;
    now = card.due;
  }
}
function steps(n) {
  let state = null;
  for (let i = 0; i < n; i++) {
    if (i % chain === 0) state = null;
    state = scheduler.next_state(state, state === null ? 0 : 1 + 5 * (i % chain), i % chain === 6 ? Rating.Again : Rating.Good);
  }
}
function print(name, n, work) {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  console.log(name, Math.round(n / ((user + system) / 1e6)));
}
reviews(count / 4);
steps(count);
print("review", count, () => reviews(count));
print("next", count * 10, () => steps(count * 10));
J
cat >"$work/peer/fit.mjs" <<'J'
import { readFileSync } from "node:fs";
import { FSRSBindingItem, FSRSBindingReview, computeParameters } from "@open-spaced-repetition/binding";
const cards = new Map(), items = [];
for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n").slice(1)) {
  const [, card, rating, days] = line.split(",").map(Number);
  const history = cards.get(card) ?? [];
  cards.set(card, history);
  history.push(new FSRSBindingReview(rating, days));
  if (history.length > 1 && days > 0) items.push(new FSRSBindingItem([...history]));
}
const fit = () => computeParameters(items, { enableShortTerm: true, numRelearningSteps: 1, timeout: 1 });
await fit();
const begin = process.cpuUsage();
await fit();
const { user, system } = process.cpuUsage(begin);
console.log("fit", (user + system) / 1e6);
J
for round in $(seq "${ROUNDS:-5}"); do
  dotnet "$bench_dll" memory-steps "$reviews" >>"$work/ours"
  node "$work/peer/steps.mjs" "$reviews" >>"$work/theirs"
  if [ -n "${LOG:-}" ]; then
    dotnet "$bench_dll" memory-fit "$LOG" >>"$work/ours"
    node "$work/peer/fit.mjs" "$LOG" >>"$work/theirs"
  fi
done
of() { sed -n "s/^$2 //p" "$work/$1" | median; }
for kind in review next ${LOG:+fit}; do
  ours=$(of ours $kind)
  theirs=$(of theirs $kind)
  # Reviews and steps are a second, so that more is better; a fit is in seconds.
  ratio=$(awk -v k=$kind -v o="$ours" -v t="$theirs" 'BEGIN { printf "%.3f", k == "fit" ? o / t : t / o }')
  echo "$kind: ours $ours, reference $theirs"
  verdict "time of $kind against the reference" "$ratio" 1 times
done
exit $missed
