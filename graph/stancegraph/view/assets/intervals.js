// Intervals: the draws of stancegraph.bootstrap, the same in every browser and in Python.
function mixed(whole) {
  let h = whole | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

let streams = null;   // one number per draw, the same for all keys
function uniform(key, draw) {
  streams ??= Uint32Array.from({ length: rules.draws }, (_, d) => mixed((d + rules.seed) >>> 0));
  return (mixed(key ^ streams[draw]) + 0.5) / 2 ** 32;
}

// The exponential weights that an article or issue has in all draws.
const drawn = new Map();
function drawnWeights(key) {
  if (!drawn.has(key)) drawn.set(key, Float64Array.from({ length: rules.draws }, (_, d) => -Math.log(uniform(key, d))));
  return drawn.get(key);
}

const halfGamma = (a, b, d) => -Math.log(uniform(a, d)) * Math.cos(2 * Math.PI * uniform(b, d)) ** 2;

// A standing's value in each draw: articles resampled.
function valueDraws(held) {
  if (held.draws) return held.draws;
  const weights = weigh(held.ids, true), articles = new Map();
  held.ids.forEach((i, k) => {
    let found = articles.get(C.article[i]);
    if (!found) articles.set(C.article[i], found = [0, 0]);
    found[0] += weights[k];
    found[1] += weights[k] * rules[STANCES[C.stance[i]]];
  });
  const sum = new Float64Array(rules.draws), mass = new Float64Array(rules.draws);
  for (const [article, [weight, moment]] of articles) {
    const w = drawnWeights(data.articles[article].key);
    for (let d = 0; d < rules.draws; d += 1) {
      mass[d] += weight * w[d];
      sum[d] += moment * w[d];
    }
  }
  held.draws = sum.map((s, d) => s / mass[d]);
  return held.draws;
}

// The pair's mean likeness in each draw: issues resampled too, with half a unit of doubt each way.
function pairInterval(shared, value) {
  const sum = new Float64Array(rules.draws), mass = new Float64Array(rules.draws);
  for (const s of shared) {
    const a = valueDraws(s.one), b = valueDraws(s.other), issue = drawnWeights(data.issues[s.issue].key);
    for (let d = 0; d < rules.draws; d += 1) {
      sum[d] += issue[d] * (1 - Math.abs(a[d] - b[d]) / (rules.support - rules.oppose));
      mass[d] += issue[d];
    }
  }
  for (let d = 0; d < rules.draws; d += 1) {
    const agree = halfGamma(1, 2, d), differ = halfGamma(3, 4, d);
    sum[d] = (sum[d] + agree) / (mass[d] + agree + differ);
  }
  return bounds(sum, value);
}

// A sum over issues, and its interval with the issues resampled.
function sumInterval(parts) {
  const sums = new Float64Array(rules.draws);
  for (const { issue, value } of parts) {
    const w = drawnWeights(data.issues[issue].key);
    for (let d = 0; d < rules.draws; d += 1) sums[d] += value * w[d];
  }
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return { value, ...bounds(sums, value) };
}

function bounds(draws, value) {
  const sorted = draws.sort(), tail = (1 - rules.coverage) / 2;
  return { low: Math.min(value, quantile(sorted, tail)), high: Math.max(value, quantile(sorted, 1 - tail)) };
}

function quantile(sorted, share) {
  const at = (sorted.length - 1) * share, below = Math.floor(at), above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}
