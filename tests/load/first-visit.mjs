// usage: first-visit.mjs CHROMIUM BASE [lesson ...]
import { chromium } from 'playwright-core';

const [executablePath, base, ...wanted] = process.argv.slice(2);
const budget = 150_000;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath, args });
const map = await (await fetch(base + '/course')).text();
const lessons = wanted.length ? wanted.map(l => '/lessons/' + l) : [...new Set([...map.matchAll(/href="(\/lessons\/[a-z0-9-]+)"/g)].map(m => m[1]))];
const rows = [];
for (const lesson of lessons) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kinds = {}, types = {};
  let sockets = 0;
  session.on('Network.responseReceived', e => types[e.requestId] = e.type);
  session.on('Network.loadingFinished', e => kinds[types[e.requestId]] = (kinds[types[e.requestId]] ?? 0) + e.encodedDataLength);
  session.on('Network.webSocketCreated', () => sockets++);
  await page.goto(base + lesson, { waitUntil: 'networkidle' });
  await page.evaluate(async () => { for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) { scrollTo(0, y); await new Promise(requestAnimationFrame); } });
  await page.waitForLoadState('networkidle');
  rows.push({ lesson, total: Object.values(kinds).reduce((a, b) => a + b, 0), kinds, sockets });
  await context.close();
}
await browser.close();
rows.sort((a, b) => b.total - a.total);
const kb = n => (n / 1000).toFixed(1);
for (const r of rows) console.log(kb(r.total).padStart(7), 'KB', r.lesson, Object.entries(r.kinds).map(([k, v]) => `${k} ${kb(v)}`).join(', '));
console.log(`heaviest ${kb(rows[0].total)} KB, median ${kb(rows[rows.length >> 1].total)} KB, over ${budget / 1000} KB: ${rows.filter(r => r.total > budget).length} of ${rows.length}; web sockets opened: ${rows.reduce((a, r) => a + r.sockets, 0)}`);
process.exit(rows.some(r => r.total > budget || r.sockets) ? 1 : 0);
