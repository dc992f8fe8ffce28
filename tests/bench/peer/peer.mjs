// SPDX-License-Identifier: GPL-3.0-or-later
// The same measurement with the npm package solana-dex-parser: from JSON text to trades, per venue group.
// Usage: node peer.mjs GROUPS.json FILE...   (GROUPS.json: venue -> signatures)
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { DexParser } = createRequire(process.cwd() + '/')('solana-dex-parser');
const all = [];
const collect = (node) => {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && node.meta && node.transaction) { all.push(node); return; }
  for (const child of Object.values(node)) collect(child);
};
const groups = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const file of process.argv.slice(3)) {
  try { collect(JSON.parse(readFileSync(file, 'utf8'))); } catch { /* broken on purpose */ }
}
const parser = new DexParser();
const signatureOf = (tx) => tx.transaction.signatures?.[0];
const run = (text) => { try { return parser.parseAll(JSON.parse(text)).trades.length; } catch { return 0; } };
const texts = new Map(all.map((tx) => [signatureOf(tx), JSON.stringify(tx)]));
let trades = 0;
for (const text of texts.values()) trades += run(text);
const out = { trades };
for (const [venue, signatures] of Object.entries({ ...groups, all: [...texts.keys()] })) {
  const list = signatures.filter((s) => texts.has(s)).map((s) => texts.get(s));
  if (list.length === 0) continue;
  let best = 0;
  for (let round = 0; round < 5; ++round) {
    const begin = process.hrtime.bigint();
    let count = 0;
    let elapsed = 0;
    while (elapsed < 0.2) {
      for (const text of list) { run(text); ++count; }
      elapsed = Number(process.hrtime.bigint() - begin) / 1e9;
    }
    best = Math.max(best, count / elapsed);
  }
  out[venue] = { transactions: list.length, per_second: Math.round(best) };
}
console.log(JSON.stringify(out));
