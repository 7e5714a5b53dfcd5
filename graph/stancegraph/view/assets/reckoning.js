// The arithmetic, which follows stancegraph.standings, agreement and networks to the letter.
let shown = [];          // the statements that pass the filters, newest first
let cells = new Map();   // cellKey -> standing, from the shown statements
let asides = new Map();  // cellKey -> number of shown statements that do not count

let today = NaN;         // the day from which staleness is counted

const cellKey = (actor, issue) => actor * data.issues.length + issue;
const standingOf = (actor, issue) => cells.get(cellKey(actor, issue));
// The last digits depend on the order of adding; a threshold must not.
const settle = (x) => Math.round(x * 1e9) / 1e9;

// Scaled to a greatest of 1, so that neither small confidences nor great ages vanish in sums.
function scaled(weights) {
  let most = 0;
  for (let k = 0; k < weights.length; k += 1) if (weights[k] > most) most = weights[k];
  // Statements of no confidence at all still say something: then all count alike.
  if (!(most > 0)) return weights.fill(1);
  for (let k = 0; k < weights.length; k += 1) weights[k] /= most;
  return weights;
}

// The weights of statements, without recency. These loops run over every statement at every
// filter; written with map and from, they took four times as long.
function plainWeights(ids) {
  const weights = new Float64Array(ids.length);
  for (let k = 0; k < ids.length; k += 1) weights[k] = sure[ids[k]];
  return scaled(weights);
}

// The same with recency, from the weights without it.
function recentWeights(ids, plain) {
  const weights = plain.slice();
  let dated = ids.length;
  while (dated > 0 && Number.isNaN(days[ids[dated - 1]])) dated -= 1;   // undated ones come last
  if (dated === 0) return weights;
  const newest = days[ids[0]], oldest = days[ids[dated - 1]];
  let age = NaN, share = 1;
  for (let k = 0; k < ids.length; k += 1) {
    // An undated statement counts as old as the oldest dated one.
    const own = newest - (k < dated ? days[ids[k]] : oldest);
    if (own !== age) share = 2 ** (-(age = own) / rules.half_life);
    weights[k] *= share;
  }
  return scaled(weights);
}

// What a stretch of statements reads as; `weights` are those of the stretch.
function reading(ids, weights, from = 0, to = ids.length) {
  let sum = 0, value = 0, conditional = 0, ambivalent = 0;
  for (let k = from; k < to; k += 1) sum += weights[k];
  for (let k = from; k < to; k += 1) {
    const stance = C.stance[ids[k]], share = weights[k] / sum;
    value += share * values[ids[k]];
    if (stance === 2) conditional += share;
    else if (stance === 3) ambivalent += share;
  }
  value = settle(value);
  conditional = settle(conditional);
  ambivalent = settle(ambivalent);
  let word;
  if (value >= rules.strong) word = "supports";
  else if (value >= rules.lean) word = conditional >= 0.5 ? "conditional" : "leans-for";
  else if (value > -rules.lean) word = ambivalent >= 0.5 ? "undecided" : "mixed";
  else word = value > -rules.strong ? "leans-against" : "opposes";
  return { value, word };
}

const starting = new Map();
function startsOf(length) {
  if (!starting.has(length)) starting.set(length, monthNames.map((name) => periodOf(name, length).from));
  return starting.get(length);
}

// The reading of each period of so many months, the oldest first; its name is its first month.
function inPeriods(ids, length) {
  const starts = startsOf(length), lists = new Map();
  for (const i of ids) {
    if (months[i] < 0) continue;
    const list = lists.get(starts[months[i]]);
    if (list) list.push(i); else lists.set(starts[months[i]], [i]);
  }
  return [...lists].map(([name, list]) => ({ name, ids: list, ...reading(list, plainWeights(list)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

// By voice; a voice not met yet has no mass. Kept between calls: an object each is slow.
const tallies = { mass: null, sum: null };

// The lesser side's share of the weight, holder by holder.
function minority(ids, weights) {
  const { mass, sum } = tallies, voices = [];
  let whole = 0;
  for (let k = 0; k < ids.length; k += 1) {
    const voice = C.voice[ids[k]];
    if (Number.isNaN(mass[voice])) {
      voices.push(voice);
      mass[voice] = 0;
      sum[voice] = 0;
    }
    mass[voice] += weights[k];
    sum[voice] += weights[k] * values[ids[k]];
    whole += weights[k];
  }
  let pro = 0, con = 0;
  for (const voice of voices) {
    const mean = mass[voice] > 0 ? settle(sum[voice] / mass[voice]) : 0;
    if (mean >= rules.lean) pro += settle(mass[voice] / whole);
    if (mean <= -rules.lean) con += settle(mass[voice] / whole);
    mass[voice] = NaN;
  }
  return settle(Math.min(pro, con));
}

// The cut in time that leaves the least variation on its two sides, if they differ enough.
function moveOf(ids, all) {
  let dated = ids.length;
  while (dated > 0 && Number.isNaN(days[ids[dated - 1]])) dated -= 1;   // undated ones come last
  const whole = [0, 0, 0];
  for (let k = 0; k < dated; k += 1) {
    const v = values[ids[k]];
    whole[0] += all[k];
    whole[1] += all[k] * v;
    whole[2] += all[k] * v * v;
  }
  const scatter = whole[2] - whole[1] ** 2 / Math.max(whole[0], 1e-12);
  let best = null, mass = 0, moment = 0;
  for (let k = 1; k < dated; k += 1) {
    mass += all[k - 1];
    moment += all[k - 1] * values[ids[k - 1]];
    const rest = whole[0] - mass;
    if (days[ids[k]] === days[ids[k - 1]] || !(mass > 1e-12 && rest > 1e-12)) continue;
    const by = moment / mass - (whole[1] - moment) / rest;
    const between = settle((mass * rest * by ** 2) / Math.max(whole[0], 1e-12));
    if (!best || between > best.between) best = { between, by, cut: k };
  }
  if (!best || settle(Math.abs(best.by)) <= rules.moved) return null;
  if (settle(best.between / Math.max(scatter, 1e-12)) < rules.settled) return null;
  const after = reading(ids, all, 0, best.cut).word, before = reading(ids, all, best.cut, dated).word;
  if (after === before) return null;
  return {
    before, after, by: best.by,
    start: dateOf(ids[best.cut]), end: dateOf(ids[best.cut - 1]),
  };
}

function standing(actor, issue, ids) {
  const plain = plainWeights(ids), weights = recentWeights(ids, plain);
  const { value, word } = reading(ids, weights);
  let confidence = 0;
  for (let k = 0; k < ids.length; k += 1) confidence += C.confidence[ids[k]];
  confidence /= ids.length;
  let contested, move;
  return {
    actor, issue, ids, value, word, n: ids.length, confidence,
    latest: dateOf(ids[0]),
    low: ids.length < rules.few || confidence < rules.low_confidence,
    stale: today - days[ids[0]] > rules.stale,
    // Not every view asks for these two.
    get contested() { return (contested ??= minority(ids, weights) >= rules.contested); },
    get move() { return (move === undefined ? (move = moveOf(ids, plain)) : move); },
  };
}

const conditionsOf = (held) => [...new Set(held.ids.map((i) => pooled(C.condition[i])).filter(Boolean))];

function gather(ids) {
  const lists = new Map();
  for (let k = 0; k < ids.length; k += 1) {
    const i = ids[k];
    if (!C.counts[i]) continue;
    const at = cellKey(C.actor[i], C.issue[i]);
    const list = lists.get(at);
    if (list) list.push(i); else lists.set(at, [i]);
  }
  return lists;
}

function summarise(ids) {
  const result = new Map();
  for (const [at, list] of gather(ids)) result.set(at, standing(C.actor[list[0]], C.issue[list[0]], list));
  return result;
}

function divergence(issue, actors) {
  const held = actors.map((a) => standingOf(a, issue)).filter(Boolean);
  const values = held.map((s) => s.value);
  const most = Math.max(...values), least = Math.min(...values);
  const spread = held.length > 1 ? most - least : null;
  let verdict = "one_voice";
  if (spread !== null) {
    if (spread <= rules.aligned + 1e-9) verdict = "aligned";
    else verdict = spread <= rules.partly + 1e-9 ? "partly" : "split";
  }
  return {
    issue, held, spread, verdict,
    // A verdict is no firmer than the weakest standing that it compares.
    low: spread !== null && held.some((s) => s.low),
    n: held.reduce((sum, s) => sum + s.n, 0),
    latest: held.map((s) => s.latest ?? "").sort().pop() ?? "",
  };
}

const likeness = (one, other) => 1 - Math.abs(one.value - other.value) / (rules.support - rules.oppose);

function pairAgreement(one, other, among = cells) {
  const shared = [];
  for (let issue = 0; issue < data.issues.length; issue += 1) {
    const a = among.get(cellKey(one, issue)), b = among.get(cellKey(other, issue));
    if (a && b) shared.push({ issue, one: a, other: b });
  }
  if (!shared.length) return { shared, value: null };
  const p = Math.min(1, Math.max(0, shared.reduce((sum, s) => sum + likeness(s.one, s.other), 0) / shared.length));
  return { shared, value: p, ...pairInterval(shared, p), n: shared.reduce((sum, s) => sum + s.one.n + s.other.n, 0) };
}

function agreeWord(one, other) {
  const apart = Math.abs(one.value - other.value);
  if (apart <= rules.aligned + 1e-9) return "agrees";
  return apart <= rules.partly + 1e-9 ? "agrees-partly" : "differs";
}

// Congruence and conflict of two actors (Leifeld), divided by their mean number of statements.
function projection(one, other) {
  const range = rules.support - rules.oppose;
  const tally = (held) => {
    const found = [0, 0, 0, 0];
    for (const i of held.ids) found[C.stance[i]] += 1;
    return found;
  };
  let statements = 0;
  for (const held of cells.values()) if (held.actor === one || held.actor === other) statements += held.n;
  const parts = [];
  let n = 0;
  for (let issue = 0; issue < data.issues.length; issue += 1) {
    const a = standingOf(one, issue), b = standingOf(other, issue);
    if (!a || !b) continue;
    const x = tally(a), y = tally(b);
    let congruence = 0, conflict = 0;
    for (let k = 0; k < 4; k += 1) {
      for (let l = 0; l < 4; l += 1) {
        const apart = Math.abs(rules[STANCES[k]] - rules[STANCES[l]]) / range;
        conflict += x[k] * y[l] * apart;
        congruence += x[k] * y[l] * (1 - apart);
      }
    }
    parts.push({ issue, congruence, conflict });
    n += a.n + b.n;
  }
  if (!parts.length) return null;
  const measured = (measure) => sumInterval(parts.map((p) => ({ issue: p.issue, value: p[measure] / (statements / 2) })));
  return { one, other, issues: parts.length, n, congruence: measured("congruence"), conflict: measured("conflict") };
}

// --- periods ----------------------------------------------------------------

const monthsBetween = (from, to) => (
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
);

// Small enough to show a change, large enough to hold statements: at most about six periods.
function periodLength(names) {
  const span = names.length ? monthsBetween(names[0], names[names.length - 1]) + 1 : 0;
  if (span <= 5) return 1;
  return span <= 18 ? 3 : span <= 36 ? 6 : 12;
}

function periodOf(name, length) {
  const year = Number(name.slice(0, 4)), at = Math.floor((Number(name.slice(5, 7)) - 1) / length);
  const iso = (m) => `${String(year).padStart(4, "0")}-${String(m).padStart(2, "0")}`;
  return { from: iso(at * length + 1), to: iso((at + 1) * length) };
}

const periodLabel = ({ from, to }) => {
  if (from === to) return month(from);
  if (from.slice(5) === "01" && to.slice(5) === "12") return String(Number(from.slice(0, 4)));
  return t("period", { from: shortMonth(from), to: month(to) });
};

function periods(ids) {
  const names = [...new Set(ids.map((i) => months[i]))].filter((m) => m >= 0).map((m) => monthNames[m]).sort();
  const length = periodLength(names);
  const found = new Map();
  for (const name of names) {
    const period = periodOf(name, length);
    found.set(period.from, period);
  }
  return [...found.values()];
}

// The periods of what is shown, the oldest first, each with its standings. A standing of all
// dates knows its `parts`, the newest first, as its statements come.
function byPeriod() {
  const counted = shown.filter((i) => C.counts[i]);
  const found = periods(counted), lists = found.map(() => []);
  const places = monthNames.map((name) => found.findIndex(({ from, to }) => name >= from && name <= to));
  for (const i of counted) if (months[i] >= 0) lists[places[months[i]]].push(i);
  const among = lists.map(summarise);
  for (const [at, whole] of cells) {
    whole.parts = among.flatMap((part) => part.get(at) ?? []).reverse();
    for (const part of whole.parts) part.whole = whole;
  }
  return found.map((period, k) => ({ period, among: among[k] }));
}

const within = ({ from, to }) => (i) => (
  months[i] >= 0 && monthNames[months[i]] >= from && monthNames[months[i]] <= to
);
