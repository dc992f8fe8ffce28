// SPDX-License-Identifier: GPL-3.0-or-later
// The operations of chart_bench with lightweight-charts: candles, volume in a pane of its own.
'use strict';

let rounds = 200;
const WARM_UP = 5;

function walk(count) {
  let state = 7;
  const part = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const candles = [];
  const volumes = [];
  let price = 1e-6;
  for (let i = 0; i < count; ++i) {
    const time = 1795000000 + i;
    const open = price;
    price = Math.min(Math.max(price * (1 + (part() - 0.5) * 0.02), 1e-7), 1e-5);
    const high = Math.max(open, price) * (1 + part() * 0.005);
    const low = Math.min(open, price) * (1 - part() * 0.005);
    candles.push({ time, open, high, low, close: price });
    const volume = part() * 5;
    part();
    volumes.push({ time, value: volume, color: price >= open ? '#2bb39a' : '#ef5d5a' });
  }
  return { candles, volumes };
}

// Runs the frames that are due and waits for their pixels.
function frame() {
  for (let turn = 0; turn < 3 && window.frames_.length > 0; ++turn) {
    const due = window.frames_;
    window.frames_ = [];
    for (const callback of due) callback(performance.now());
  }
  for (const canvas of document.querySelectorAll('canvas'))
    if (canvas.width > 0 && canvas.height > 0) canvas.getContext('2d').getImageData(0, 0, 1, 1);
}

function measure(act) {
  const times = [];
  for (let i = 0; i < rounds + WARM_UP; ++i) {
    const begin = performance.now();
    act(i);
    frame();
    if (i >= WARM_UP) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

window.measureChart = (count, enableConflation) => {
  rounds = count > 100000 ? 30 : 200;
  const { candles, volumes } = walk(count);
  const box = document.getElementById('chart');
  box.replaceChildren();
  const chart = LightweightCharts.createChart(box, {
    width: 1920,
    height: 1080,
    timeScale: { minBarSpacing: 0.0005, enableConflation, secondsVisible: true },
  });
  const series = chart.addSeries(LightweightCharts.CandlestickSeries, { priceFormat: { type: 'price', precision: 12, minMove: 1e-12 } });
  const volume = chart.addSeries(LightweightCharts.HistogramSeries, {}, 1);
  series.setData(candles);
  volume.setData(volumes);
  frame();
  const out = {};
  const name = (what) => `${what} @${count}`;
  const time = chart.timeScale();
  const last = candles[count - 1];
  const show = (from, to) => time.setVisibleLogicalRange({ from, to });
  const tick = (i) => {
    const close = last.low + ((last.high - last.low) * (i % 17)) / 17;
    series.update({ ...last, close });
    volume.update(volumes[count - 1]);
  };
  show(count - 300, count + 10);
  frame();
  out[name('replot of 300 in view')] = measure((i) => show(count - 300, count + 10 + (i % 2) * 1e-6));
  out[name('tick')] = measure(tick);
  out[name('crosshair move')] = measure((i) =>
    chart.setCrosshairPosition(last.close, candles[Math.max(count - 250 + i, 0)].time, series));
  out[name('zoom step')] = measure((i) => show(count - 300 + (i % 2) * 27, count + 10));
  out[name('pan step')] = measure((i) => show(count - 300 + (i % 2) * 3, count + 10 + (i % 2) * 3));
  chart.clearCrosshairPosition();
  show(0, count);
  frame();
  out[name('replot of all zoomed out')] = measure((i) => show((i % 2) * 0.5, count + (i % 2) * 0.5));
  out[name('tick zoomed out')] = measure(tick);
  chart.remove();
  return out;
};
