import asyncio
import contextlib
import io
import itertools
import math
import random

from checking import block, equal
from lessons import lesson


@block(1)
def the_cache_agrees_with_a_list(code):
    rng = random.Random(1)
    for capacity in (1, 3):
        cache, twin = code.LRU(capacity), []          # the twin: (key, value), oldest first
        for _ in range(1000):
            key, value = rng.randrange(6), rng.random()
            old = next((pair for pair in twin if pair[0] == key), None)
            if rng.random() < 0.5:
                equal(cache.get(key), old and old[1])
                twin = [p for p in twin if p[0] != key] + [old] if old else twin
            else:
                cache.put(key, value)
                twin = ([p for p in twin if p[0] != key] + [(key, value)])[-capacity:]
            equal(list(cache.items.items()), twin)
            assert len(cache.items) <= capacity


@block(1)
def a_read_makes_it_young(code):
    cache = code.LRU(3)
    for key in "abc":
        cache.put(key, key)
    cache.get("a")
    equal(list(cache.items), ["b", "c", "a"])
    equal(cache.get("x", "none"), "none")


@block(2)
def the_value_at_a_time(code):
    store = code.TimeStore()
    equal(store.get("k", 5), None)
    store.set("k", "old", 10)
    store.set("k", "new", 20, ttl=5)
    store.set("k", "between", 15)                       # a write that arrives late
    equal([store.get("k", t) for t in (9, 10, 14, 15, 20, 24)], [None, "old", "old", "between", "new", "new"])
    equal([store.get("k", t) for t in (25, 99)], [None, None])      # at the end, and the older one stays covered
    store.set("k", "later", 15)
    equal(store.get("k", 15), "later")


@block(2)
def the_store_agrees_with_a_list(code):
    rng, store, rows = random.Random(2), code.TimeStore(), []
    for value in range(500):
        t, ttl = rng.randrange(50), rng.choice((3, 10, math.inf))
        store.set("k", value, t, ttl)
        rows.append((t, value, t + ttl))
        at = rng.randrange(60)
        newest = max((r for r in rows if r[0] <= at), default=None, key=lambda r: r[:2])
        equal(store.get("k", at), newest[1] if newest and at < newest[2] else None)


class Clock:
    """Moved by hand, by adding."""
    time = 0.0

    def __call__(self):
        return self.time


def _admitted(bucket, clock, step, count):
    """The times of the admitted requests of a flood with one request a step."""
    times = []
    for _ in range(count):
        if bucket.allow():
            times.append(clock.time)
        clock.time += step
    return times


@block(3)
def at_most_burst_plus_rate_times_time(code):
    clock = Clock()
    equal(len(_admitted(code.TokenBucket(10, 20, clock), clock, 1 / 64, 3 * 64 + 1)), 50)
    clock = Clock()
    equal(len(_admitted(code.TokenBucket(10, 20, clock), clock, 1 / 1000, 3 * 1000 + 1)), 49)
    clock = Clock()
    bucket = code.TokenBucket(10, 20, clock)
    equal([bucket.allow(20), bucket.allow(1)], [True, False])
    clock.time = 60.0
    equal([bucket.allow(21), bucket.allow(20)], [False, True])      # never more than the burst


@block(3)
def the_bucket_of_the_figure(code):
    clock = Clock()
    times = _admitted(code.TokenBucket(10, 10, clock), clock, 1 / 64, 3 * 64)
    equal((sum(t <= 10 / 64 for t in times), times[10]), (11, 10 / 64))
    equal(max(sum(start <= t < start + 1 for t in times) for start in times), 19)


@block(4)
def transactions_agree_with_copies(code):
    rng = random.Random(3)
    for _ in range(300):
        db, copies = code.Database(), [{}]
        for _ in range(40):
            act, key = rng.choice("ssdbrc"), rng.choice("xyz")
            if act == "s":
                value = rng.choice((None, 1, 2))
                db.set(key, value)
                copies[-1][key] = value
            elif act == "d":
                db.delete(key)
                copies[-1].pop(key, None)
            elif act == "b":
                db.begin()
                copies.append(dict(copies[-1]))
            elif len(copies) > 1 and act == "r":
                db.rollback()
                copies.pop()
            elif len(copies) > 1:
                db.commit()
                copies[-2:] = copies[-1:]
            equal(db.data, copies[-1])
            equal(db.get(key), copies[-1].get(key))


@block(4)
def without_the_merge_an_outer_rollback_forgets(code):
    def after(database):
        db = database()
        db.begin()
        db.begin()
        db.set("x", 1)
        db.commit()
        db.rollback()
        return db.get("x")

    equal(after(code.Database), None)
    wrong = lesson("practical-coding")[3].changed("self.undo[-1].setdefault(key, old)", "pass").run()
    equal(after(wrong["Database"]), 1)


@block(5)
def it_goes_on_after_every_stop(code):
    take = lambda source, n: list(itertools.islice(source, n))
    whole = take(code.Resumable("abcde", 1), 15)
    for stop in range(12):
        first = code.Resumable("abcde", 1)
        head = take(first, stop)
        again = code.Resumable("abcde", 1, **first.state())
        equal(head + take(again, 15 - stop), whole)
    source = code.Resumable("abcde", 1)
    equal((take(source, 6), source.state()), (whole[:6], {"epoch": 1, "pos": 1}))
    equal([sorted(whole[i:i + 5]) for i in (0, 5, 10)], [list("abcde")] * 3)
    assert len({tuple(whole[i:i + 5]) for i in (0, 5, 10)}) > 1, whole
    equal(list(code.Resumable([], 1)), [])


PAGES = {"a": "bc", "b": "acd", "c": "abd", "d": "ae", "e": "xf", "x": None, "f": "a"}


@block(6)
def each_page_once_and_a_bad_one_does_not_stop_the_rest(code):
    for workers in (1, 8):
        fetched, running, most = [], 0, 0

        async def fetch(url):
            nonlocal running, most
            fetched.append(url)
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1
            if PAGES[url] is None:
                raise OSError("no such page")
            return PAGES[url]

        with contextlib.redirect_stdout(io.StringIO()) as printed:
            seen = asyncio.run(code.crawl("a", fetch, workers))
        equal((sorted(fetched), seen), (sorted(PAGES), set(PAGES)))
        equal(printed.getvalue(), "failed: x no such page\n")
        equal(most > 1, workers > 1)


@block(6)
def marked_when_fetched_a_page_is_fetched_more_than_once(code):
    wrong = lesson("practical-coding")[5].changed("seen.add(link)", "pass").changed(
        "for link in await fetch(url):", "links = await fetch(url)\n                seen.add(url)\n                for link in links:").run()
    fetched = []

    async def fetch(url):
        fetched.append(url)
        await asyncio.sleep(0)
        return {"a": "bc", "b": "d", "c": "d"}.get(url, "")

    asyncio.run(wrong["crawl"]("a", fetch))
    equal(fetched.count("d"), 2)
