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

// Draws for some more articles; false when all have theirs.
function drawAhead() {
  const left = data.articles.filter((a) => !drawn.has(a.key));
  left.slice(0, 200).forEach((a) => drawnWeights(a.key));
  return left.length > 0;
}

const halfGamma = (a, b) => Float64Array.from({ length: rules.draws },
  (_, d) => -Math.log(uniform(a, d)) * Math.cos(2 * Math.PI * uniform(b, d)) ** 2);
let doubts = null;   // half a unit of doubt each way, in each draw

// Statements from one to another, summed up in each draw: articles resampled.
function drawSums(ids, weights, from, to) {
  // Article by article: weight, weighted value, weights in the draws.
  const places = new Map(), found = [];
  for (let k = from; k < to; k += 1) {
    const article = C.article[ids[k]];
    let at = places.get(article);
    if (at === undefined) {
      places.set(article, at = found.length);
      found.push([0, 0, drawnWeights(data.articles[article].key)]);
    }
    found[at][0] += weights[k];
    found[at][1] += weights[k] * values[ids[k]];
  }
  const sum = new Float64Array(rules.draws), mass = new Float64Array(rules.draws);
  // Four articles at a time, which halves the work: it is most of what a filter costs here.
  while (found.length % 4) found.push([0, 0, found[0][2]]);
  for (let k = 0; k < found.length; k += 4) {
    const [[w0, m0, d0], [w1, m1, d1], [w2, m2, d2], [w3, m3, d3]] = found.slice(k, k + 4);
    for (let d = 0; d < mass.length; d += 1) {
      const a = d0[d], b = d1[d], c = d2[d], e = d3[d];
      mass[d] += w0 * a + w1 * b + w2 * c + w3 * e;
      sum[d] += m0 * a + m1 * b + m2 * c + m3 * e;
    }
  }
  return { sum, mass };
}

const VANISHED = 1e-200;   // far above the least number there is, far below any weight of a lifetime

// A standing's value in each draw, and on the way those of its periods: within a period the
// weights differ from the period's own by a factor, which a mean does not notice.
function valueDraws(held) {
  if (!held.draws && held.whole) valueDraws(held.whole);
  if (held.draws) return held.draws;
  const { ids, parts = [] } = held, weights = recentWeights(ids, plainWeights(ids));
  const sum = new Float64Array(rules.draws), mass = new Float64Array(rules.draws);
  let from = 0;
  const upTo = (to) => {
    const own = drawSums(ids, weights, from, to);
    for (let d = 0; d < sum.length; d += 1) {
      sum[d] += own.sum[d];
      mass[d] += own.mass[d];
    }
    from = to;
    return own;
  };
  for (const part of parts) {
    const least = weights[from + part.n - 1], own = upTo(from + part.n);
    if (least > VANISHED) part.draws = own.sum.map((s, d) => s / own.mass[d]);
  }
  if (from < ids.length) upTo(ids.length);
  held.draws = sum.map((s, d) => s / mass[d]);
  return held.draws;
}

// The pair's mean likeness in each draw: issues resampled too, with half a unit of doubt each way.
function pairInterval(shared, value) {
  const range = rules.support - rules.oppose;
  const sum = new Float64Array(rules.draws), mass = new Float64Array(rules.draws);
  for (const s of shared) {
    const a = valueDraws(s.one), b = valueDraws(s.other), issue = drawnWeights(data.issues[s.issue].key);
    for (let d = 0; d < sum.length; d += 1) {
      sum[d] += issue[d] * (1 - Math.abs(a[d] - b[d]) / range);
      mass[d] += issue[d];
    }
  }
  doubts ??= [halfGamma(1, 2), halfGamma(3, 4)];
  const [agree, differ] = doubts;
  for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] + agree[d]) / (mass[d] + agree[d] + differ[d]);
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
