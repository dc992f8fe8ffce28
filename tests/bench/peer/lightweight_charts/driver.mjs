// SPDX-License-Identifier: GPL-3.0-or-later
// Runs page.js in Debian's chromium and prints its figures as JSON.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--js-flags=--max-old-space-size=8192'],
});
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await page.setContent('<body style="margin:0"><div id="chart" style="width:1920px;height:1080px"></div></body>');
// Frames are run by hand: what is measured is work, not waiting for the next refresh of a screen.
await page.evaluate(() => {
  window.frames_ = [];
  window.requestAnimationFrame = (callback) => window.frames_.push(callback);
  window.cancelAnimationFrame = () => {};
});
const root = 'node_modules/lightweight-charts/';
await page.addScriptTag({ content: readFileSync(root + 'dist/lightweight-charts.standalone.production.js', 'utf8') });
await page.addScriptTag({ content: readFileSync('page.js', 'utf8') });
const figures = {};
// With and without its own merging of narrow bars; the better of both counts.
for (const bars of [300, 10000, 1000000])
  for (const merging of [false, true]) {
    const found = await page.evaluate(([count, on]) => window.measureChart(count, on), [bars, merging]);
    for (const [name, ms] of Object.entries(found)) figures[name] = Math.min(figures[name] ?? Infinity, ms);
  }
figures.version = JSON.parse(readFileSync(root + 'package.json', 'utf8')).version;
figures.browser = `chromium ${browser.version()}`;
console.log(JSON.stringify(figures));
await browser.close();
