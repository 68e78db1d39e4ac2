#!/usr/bin/env bash
# Memory of courses of 1, 100 and 1,000 lessons after loading and after every page was read in two encodings, and the time
# from writing an edit to the changed page. EDITS (21). The application is published as docs/operations.md says, compiled for this
# machine ahead of time.
. "$(dirname "$0")/lib.sh"
need python3 curl
publish src/InterviewPrep.Web "$work/ours"
app_dll=$work/ours/InterviewPrep.Web.dll
build_bench
declare -A after_load after_crawl
for lessons in 1 100 1000; do
  dotnet "$bench_dll" generate "$work/course-$lessons" "$lessons"
  start_app "$work/course-$lessons"
  wait_for "$app_url/lessons/lesson-0"
  settle "$app_pid"
  after_load[$lessons]=$(rss_of "$app_pid")
  python3 - "$app_url" "$lessons" <<'P'
import concurrent.futures, re, sys, urllib.request
base, lessons = sys.argv[1], int(sys.argv[2])
pages = ["/", "/course", "/glossary", "/sources", "/search", "/search?q=queue", "/search?q=latncy"]
pages += [f"/modules/module-{m}" for m in range((lessons + 19) // 20)] + [f"/lessons/lesson-{n}" for n in range(lessons)]
def read(job):
    page, encoding = job
    request = urllib.request.Request(base + page, headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request) as response:
        return len(response.read())
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    list(pool.map(read, [(p, e) for p in pages for e in ("br", "gzip")]))
P
  settle "$app_pid"
  after_crawl[$lessons]=$(rss_of "$app_pid")
  echo "$lessons lessons: ${after_load[$lessons]} MB after loading, ${after_crawl[$lessons]} MB after reading every page, peak $(awk '/^VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$app_pid/status") MB"
  if [ "$lessons" -eq 1000 ]; then
    python3 - "$app_url" "$work/course-1000/module-25/lesson-500.md" "${EDITS:-21}" <<'P' | tee "$work/edits"
import statistics, sys, time, urllib.request
base, file, edits = sys.argv[1], sys.argv[2], int(sys.argv[3])
times = []
for edit in range(edits):
    word = f"edited{edit}times"
    with open(file, "a") as lesson:
        lesson.write(f"\nThis was {word}.\n")
    begin = time.perf_counter()
    while word.encode() not in urllib.request.urlopen(base + "/lessons/lesson-500").read():
        time.sleep(0.002)
    times.append((time.perf_counter() - begin) * 1000)
    time.sleep(1.5)
print("one edit of 1,000 lessons, live after ms: " + " ".join(f"{t:.0f}" for t in times))
print(f"{statistics.median(times):.0f}")
P
  fi
  stop "$app_pid"
done
verdict "memory of 1,000 lessons after every page" "${after_crawl[1000]}" 250 MB
verdict "growth from 100 to 1,000 lessons" "$(awk -v o="${after_crawl[1]}" -v a="${after_crawl[100]}" -v b="${after_crawl[1000]}" 'BEGIN { printf "%.1f", (b - o) / (a - o > 1 ? a - o : 1) }')" 10 times
verdict "an edit live" "$(tail -n 1 "$work/edits")" 200 ms
exit $missed
