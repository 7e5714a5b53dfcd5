// Data, state, filters and the arithmetic that follows stancegraph.agreement to the letter.
const STANCES = ["support", "oppose", "conditional", "ambivalent"];
const ATTRIBUTIONS = ["self", "reported", "ascribed"];
const TABS = ["positions", "agreement", "network", "shifts", "statements"];
const ORDERS = ["group", "spread", "salience", "recent"];
const GLYPHS = {
  "supports": "▲▲", "leans-for": "▲", "conditional": "△", "mixed": "◆", "undecided": "◇",
  "leans-against": "▼", "opposes": "▼▼",
  "support": "▲▲", "oppose": "▼▼", "ambivalent": "◇",
  "aligned": "≡", "partly": "≈", "split": "⇄", "one_voice": "·",
  "agrees": "≡", "agrees-partly": "≈", "differs": "⇄", "reference": "●", "no_comparison": "·",
};

let data, S, C, rules, state, defaults;
let shown = [];          // numbers of the statements that pass the filters
let cells = new Map();   // "actor issue" (numbers) -> standing, from the shown statements

function el(tag, props = {}, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  // Strings become text nodes: nothing from the data is ever parsed as markup.
  node.append(...kids.flat().filter((kid) => kid !== null && kid !== undefined && kid !== false));
  return node;
}

function svg(tag, props = {}, ...kids) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...kids);
  return node;
}

const bdi = (text) => el("bdi", {}, text);
const t = (key, values = {}) => S[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const number = (value) => new Intl.NumberFormat().format(value);
const percent = (value) => new Intl.NumberFormat(undefined, { style: "percent" }).format(value);
const statementsCount = (n) => (n === 1 ? S.statements_1 : t("statements_n", { n: number(n) }));
const issuesCount = (n) => (n === 1 ? S.issues_1 : t("issues_n", { n: number(n) }));

function formatter(options) {
  const format = new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" });
  return (iso) => format.format(new Date(iso.length === 7 ? `${iso}-01` : iso));
}
const day = formatter({ day: "numeric", month: "short", year: "numeric" });
const month = formatter({ month: "short", year: "numeric" });

const pooled = (index) => (index < 0 ? null : data.pool[index]);
const dateOf = (i) => pooled(C.date[i]);
const articleOf = (i) => data.articles[C.article[i]];
const quoteOf = (i) => (
  C.quote[i] >= 0 ? data.pool[C.quote[i]] : articleOf(i).text.slice(C.start[i], C.end[i])
);
const key = (actor, issue) => `${actor} ${issue}`;

// --- standings -----------------------------------------------------------

function newestFirst(a, b) {
  const one = dateOf(a) ?? "", other = dateOf(b) ?? "";
  if (one !== other) return one < other ? 1 : -1;
  return C.article[a] - C.article[b] || C.start[a] - C.start[b] || a - b;
}

// Scaled to a greatest of 1, so that neither small confidences nor great ages vanish in sums.
function scaled(weights) {
  const most = Math.max(...weights);
  return weights.map((w) => (most > 0 ? w / most : 1));
}

function weigh(ids, recency) {
  const days = ids.map((i) => (dateOf(i) === null ? null : Date.parse(dateOf(i)) / 864e5));
  const known = days.filter((d) => d !== null);
  const newest = Math.max(...known), oldest = Math.min(...known);
  const sure = scaled(ids.map((i) => C.confidence[i]
    * (ATTRIBUTIONS[C.attribution[i]] === "self" ? rules.self_weight : rules.reported_weight)));
  if (!recency || !known.length) return sure;
  return scaled(sure.map((w, k) => w * 2 ** (-(newest - (days[k] ?? oldest)) / rules.half_life)));
}

// The last digits depend on the order of adding; a threshold must not.
const settle = (x) => Math.round(x * 1e9) / 1e9;

function reading(ids, weights) {
  const total = weights.reduce((a, b) => a + b, 0);
  const share = {};
  let value = 0;
  ids.forEach((i, k) => {
    const stance = STANCES[C.stance[i]];
    share[stance] = (share[stance] ?? 0) + weights[k] / total;
    value += (weights[k] / total) * rules[stance];
  });
  value = settle(value);
  for (const stance of Object.keys(share)) share[stance] = settle(share[stance]);
  let word;
  if (value >= rules.strong) word = "supports";
  else if (value >= rules.lean) word = (share.conditional ?? 0) >= 0.5 ? "conditional" : "leans-for";
  else if (value > -rules.lean) word = (share.ambivalent ?? 0) >= 0.5 ? "undecided" : "mixed";
  else word = value > -rules.strong ? "leans-against" : "opposes";
  return { value, word, share };
}

function byMonth(ids) {
  const months = new Map();
  for (const i of ids) {
    const date = dateOf(i);
    if (date === null) continue;
    const name = date.slice(0, 7);
    if (!months.has(name)) months.set(name, []);
    months.get(name).push(i);
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => ({ name, ids: list, ...reading(list, weigh(list, false)) }));
}

// The lesser side's share of the weight, holder by holder.
function minority(ids, weights) {
  const total = weights.reduce((a, b) => a + b, 0);
  const voices = new Map();
  ids.forEach((i, k) => {
    const held = voices.get(C.voice[i]) ?? { mass: 0, sum: 0 };
    held.mass += weights[k];
    held.sum += weights[k] * rules[STANCES[C.stance[i]]];
    voices.set(C.voice[i], held);
  });
  let pro = 0, con = 0;
  for (const { mass, sum } of voices.values()) {
    const mean = mass > 0 ? settle(sum / mass) : 0;
    if (mean >= rules.lean) pro += settle(mass / total);
    if (mean <= -rules.lean) con += settle(mass / total);
  }
  return settle(Math.min(pro, con));
}

// The cut in time that leaves the least variation on its two sides, if they differ enough.
function moveOf(ids) {
  const dated = ids.filter((i) => dateOf(i) !== null);
  const all = weigh(ids, false);
  const weights = all.filter((_, k) => dateOf(ids[k]) !== null);
  const values = dated.map((i) => rules[STANCES[C.stance[i]]]);
  const whole = [0, 0, 0];
  values.forEach((v, k) => { for (let p = 0; p < 3; p += 1) whole[p] += weights[k] * v ** p; });
  const scatter = whole[2] - whole[1] ** 2 / Math.max(whole[0], 1e-12);
  let best = null, mass = 0, moment = 0;
  for (let k = 1; k < dated.length; k += 1) {
    mass += weights[k - 1];
    moment += weights[k - 1] * values[k - 1];
    const rest = whole[0] - mass;
    if (dateOf(dated[k]) === dateOf(dated[k - 1]) || !(mass > 1e-12 && rest > 1e-12)) continue;
    const by = moment / mass - (whole[1] - moment) / rest;
    const between = settle((mass * rest * by ** 2) / Math.max(whole[0], 1e-12));
    if (!best || between > best.between) best = { between, by, cut: k };
  }
  if (!best || settle(Math.abs(best.by)) <= rules.moved) return null;
  if (settle(best.between / Math.max(scatter, 1e-12)) < rules.settled) return null;
  const side = (list) => reading(list, weigh(list, false)).word;
  const after = side(dated.slice(0, best.cut)), before = side(dated.slice(best.cut));
  if (after === before) return null;
  return {
    before, after,
    start: dateOf(dated[best.cut]).slice(0, 7), end: dateOf(dated[best.cut - 1]).slice(0, 7),
  };
}

function standing(actor, issue, ids) {
  ids.sort(newestFirst);
  const weights = weigh(ids, true);
  const { value, word } = reading(ids, weights);
  const confidence = ids.reduce((sum, i) => sum + C.confidence[i], 0) / ids.length;
  return {
    actor, issue, ids, value, word, n: ids.length, confidence,
    latest: dateOf(ids[0]),
    contested: minority(ids, weights) >= rules.contested,
    low: ids.length < rules.few || confidence < rules.low_confidence,
    move: moveOf(ids),
    conditions: [...new Set(ids.map((i) => pooled(C.condition[i])).filter(Boolean))],
  };
}

function summarise(ids) {
  const lists = new Map();
  for (const i of ids) {
    if (!C.counts[i]) continue;
    const name = key(C.actor[i], C.issue[i]);
    if (!lists.has(name)) lists.set(name, []);
    lists.get(name).push(i);
  }
  const result = new Map();
  for (const [name, list] of lists) {
    result.set(name, standing(C.actor[list[0]], C.issue[list[0]], list));
  }
  return result;
}

function divergence(issue, actors) {
  const held = actors.map((a) => cells.get(key(a, issue))).filter(Boolean);
  const values = held.map((s) => s.value);
  const spread = held.length > 1 ? Math.max(...values) - Math.min(...values) : null;
  let verdict = "one_voice";
  if (spread !== null) {
    if (spread <= rules.aligned + 1e-9) verdict = "aligned";
    else verdict = spread <= rules.partly + 1e-9 ? "partly" : "split";
  }
  return {
    issue, held, spread, verdict,
    n: held.reduce((sum, s) => sum + s.n, 0),
    latest: held.map((s) => s.latest ?? "").sort().pop() ?? "",
  };
}

function likeness(one, other) {
  return 1 - Math.abs(one.value - other.value) / (rules.support - rules.oppose);
}

function pairAgreement(one, other) {
  const shared = data.issues.map((_, issue) => issue)
    .filter((issue) => cells.has(key(one, issue)) && cells.has(key(other, issue)))
    .map((issue) => ({ issue, one: cells.get(key(one, issue)), other: cells.get(key(other, issue)) }));
  if (!shared.length) return { shared, value: null };
  const n = shared.length;
  const p = Math.min(1, Math.max(0, shared.reduce((sum, s) => sum + likeness(s.one, s.other), 0) / n));
  const draws = pairDraws(shared).sort();
  const tail = (1 - rules.coverage) / 2;
  return {
    shared, value: p,
    low: Math.min(p, quantile(draws, tail)), high: Math.max(p, quantile(draws, 1 - tail)),
    n: shared.reduce((sum, s) => sum + s.one.n + s.other.n, 0),
  };
}

// --- intervals: the draws of stancegraph.bootstrap -----------------------

function mixed(number) {
  let h = number | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const uniform = (drawKey, draw) => (
  (mixed(drawKey ^ mixed((draw + rules.seed) >>> 0)) >>> 0) + 0.5) / 2 ** 32;

// The exponential weights that an article or issue has in all draws.
const drawn = new Map();
function drawnWeights(drawKey) {
  if (!drawn.has(drawKey)) {
    drawn.set(drawKey, Float64Array.from({ length: rules.draws }, (_, d) => -Math.log(uniform(drawKey, d))));
  }
  return drawn.get(drawKey);
}

const halfGamma = (a, b, d) => -Math.log(uniform(a, d)) * Math.cos(2 * Math.PI * uniform(b, d)) ** 2;

// A standing's value in each draw: articles resampled.
function valueDraws(held) {
  if (held.draws) return held.draws;
  const weights = weigh(held.ids, true);
  const sum = new Float64Array(rules.draws), mass = new Float64Array(rules.draws);
  held.ids.forEach((i, k) => {
    const article = drawnWeights(articleOf(i).key), value = rules[STANCES[C.stance[i]]];
    for (let d = 0; d < rules.draws; d += 1) {
      const w = weights[k] * article[d];
      mass[d] += w;
      sum[d] += w * value;
    }
  });
  held.draws = sum.map((s, d) => s / mass[d]);
  return held.draws;
}

// The pair's mean likeness in each draw: issues resampled too, with half a unit of doubt each way.
function pairDraws(shared) {
  const sum = new Float64Array(rules.draws), mass = new Float64Array(rules.draws);
  for (const s of shared) {
    const a = valueDraws(s.one), b = valueDraws(s.other), issue = drawnWeights(data.issues[s.issue].key);
    for (let d = 0; d < rules.draws; d += 1) {
      sum[d] += issue[d] * (1 - Math.abs(a[d] - b[d]) / (rules.support - rules.oppose));
      mass[d] += issue[d];
    }
  }
  return sum.map((s, d) => {
    const agree = halfGamma(1, 2, d), differ = halfGamma(3, 4, d);
    return (s + agree) / (mass[d] + agree + differ);
  });
}

function quantile(sorted, share) {
  const at = (sorted.length - 1) * share, below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

function agreeWord(one, other) {
  const apart = Math.abs(one.value - other.value);
  if (apart <= rules.aligned + 1e-9) return "agrees";
  return apart <= rules.partly + 1e-9 ? "agrees-partly" : "differs";
}

// --- state, filters, permalink -------------------------------------------

const validDate = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function initialState() {
  const compared = data.actors.flatMap((a, i) => (a.compared ? [i] : []));
  return {
    tab: "positions", actors: new Set(compared), group: "", stance: "", attribution: "",
    from: "", to: "", q: "", order: "group", compare: "", open: null,
  };
}

const actorNumber = (id) => data.actors.findIndex((a) => a.id === id);
const issueNumber = (id) => data.issues.findIndex((i) => i.id === id);

function readTarget(parts) {
  const [kind, one, other] = parts;
  if (kind === "cell" && actorNumber(one) >= 0 && issueNumber(other) >= 0) {
    return { kind, actor: actorNumber(one), issue: issueNumber(other) };
  }
  if (kind === "issue" && issueNumber(one) >= 0) return { kind, issue: issueNumber(one) };
  if (kind === "pair" && actorNumber(one) >= 0 && actorNumber(other) >= 0 && one !== other) {
    return { kind, one: actorNumber(one), other: actorNumber(other) };
  }
  if (kind === "row" && /^\d+$/.test(one) && Number(one) < C.issue.length) {
    return { kind, row: Number(one) };
  }
  return null;
}

function writeTarget(open) {
  if (open.kind === "cell") return ["cell", data.actors[open.actor].id, data.issues[open.issue].id];
  if (open.kind === "issue") return ["issue", data.issues[open.issue].id];
  if (open.kind === "pair") return ["pair", data.actors[open.one].id, data.actors[open.other].id];
  return ["row", String(open.row)];
}

// Whatever a link holds that the page does not know is left at its default.
function readHash() {
  const next = initialState();
  const asked = new URLSearchParams(location.hash.slice(1));
  const choice = (name, allowed) => {
    if (allowed.includes(asked.get(name))) next[name] = asked.get(name);
  };
  choice("tab", TABS);
  choice("order", ORDERS);
  choice("stance", STANCES);
  choice("attribution", [...ATTRIBUTIONS, "past"]);
  choice("group", data.groups.map((g) => g.id));
  choice("compare", data.actors.filter((a) => a.counts).map((a) => a.id));
  const actors = asked.getAll("actor").map(actorNumber).filter((i) => i >= 0);
  if (actors.length) next.actors = new Set(actors);
  for (const name of ["from", "to"]) {
    if (validDate(asked.get(name) ?? "")) next[name] = asked.get(name);
  }
  next.q = (asked.get("q") ?? "").slice(0, 200);
  next.open = readTarget(asked.getAll("open"));
  return next;
}

function hash() {
  const said = new URLSearchParams();
  for (const name of ["tab", "group", "stance", "attribution", "from", "to", "q", "order", "compare"]) {
    if (state[name] !== defaults[name]) said.set(name, state[name]);
  }
  if (String([...state.actors].sort()) !== String([...defaults.actors].sort())) {
    [...state.actors].sort((a, b) => a - b).forEach((a) => said.append("actor", data.actors[a].id));
  }
  if (state.open) writeTarget(state.open).forEach((part) => said.append("open", part));
  return `#${said}`;
}

function remember() {
  try {
    history.replaceState(null, "", hash() === "#" ? location.pathname + location.search : hash());
  } catch {
    // Inside a notebook's frame there is no address to change.
  }
}

let haystack = null;
function searchable(i) {
  haystack ??= C.issue.map((_, k) => [
    quoteOf(k), pooled(C.holder[k]), pooled(C.condition[k]), data.issues[C.issue[k]].label,
    data.actors[C.actor[k]].label, articleOf(k).title, articleOf(k).publisher,
  ].filter(Boolean).join("\n").toLowerCase());
  return haystack[i];
}

function passes(i, words) {
  if (!state.actors.has(C.actor[i])) return false;
  if (state.group && data.groups[data.issues[C.issue[i]].group].id !== state.group) return false;
  if (state.stance && STANCES[C.stance[i]] !== state.stance) return false;
  if (state.attribution === "past" ? !C.past[i]
    : state.attribution && ATTRIBUTIONS[C.attribution[i]] !== state.attribution) return false;
  const date = dateOf(i);
  // An undated statement cannot be shown to lie within the dates asked for.
  if (state.from && (date === null || date < state.from)) return false;
  if (state.to && (date === null || date > state.to)) return false;
  return words.every((word) => searchable(i).includes(word));
}

function applyFilters() {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  shown = C.issue.map((_, i) => i).filter((i) => passes(i, words));
  cells = summarise(shown);
}

function filtersInWords() {
  const said = [];
  if (String([...state.actors].sort()) !== String([...defaults.actors].sort())) {
    said.push(`${S.filter_actors}: ${[...state.actors].map((a) => data.actors[a].label).join(", ") || "–"}`);
  }
  if (state.group) said.push(`${S.filter_group}: ${data.groups.find((g) => g.id === state.group).label}`);
  if (state.stance) said.push(`${S.filter_stance}: ${stanceWord(state.stance)}`);
  if (state.attribution) said.push(`${S.filter_attribution}: ${S[state.attribution]}`);
  if (state.from) said.push(`${S.filter_from}: ${day(state.from)}`);
  if (state.to) said.push(`${S.filter_to}: ${day(state.to)}`);
  if (state.q) said.push(`${S.filter_words}: “${state.q}”`);
  return said.join("; ");
}

const stanceWord = (stance) => (stance === "conditional" ? S.stance_conditional : S[stance]);
const chosenActors = () => data.actors.map((_, i) => i)
  .filter((i) => state.actors.has(i) && data.actors[i].counts);
const stanceWordClass = {
  support: "supports", oppose: "opposes", conditional: "conditional", ambivalent: "undecided",
};

function chip(word, text, extra = "") {
  return el("span", { class: `chip w-${word} ${extra}` },
    el("span", { class: "glyph", "aria-hidden": "true" }, GLYPHS[word]), ` ${text ?? S[word]}`);
}

// A shape of its own for each actor, so that colour is never alone.
function actorMark(actor, x, y, r = 5) {
  const shapes = [
    `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
    `M${x},${y - r * 1.3}L${x + r * 1.3},${y}L${x},${y + r * 1.3}L${x - r * 1.3},${y}z`,
    `M${x},${y - r * 1.2}L${x + r * 1.2},${y + r}H${x - r * 1.2}z`,
    `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`,
    `M${x},${y + r * 1.2}L${x + r * 1.2},${y - r}H${x - r * 1.2}z`,
    `M${x - r},${y - r}L${x + r},${y + r}M${x + r},${y - r}L${x - r},${y + r}`,
  ];
  return svg("path", { d: shapes[actor % shapes.length], class: `mark a${actor % 6}` });
}

function actorIcon(actor) {
  return svg("svg", { viewBox: "0 0 14 14", class: "icon", "aria-hidden": "true" }, actorMark(actor, 7, 7, 4.5));
}

function nothingFound(counted = false) {
  let why = S.nothing_at_all;
  if (!state.actors.size) why = S.nothing_actors;
  else if (counted && shown.length) why = S.nothing_counted;
  else if (filtersInWords()) why = t("nothing_why", { filters: filtersInWords() });
  return el("div", { class: "nothing" },
    el("p", {}, el("strong", {}, S.nothing), " ", why),
    filtersInWords() && el("button", { type: "button", onclick: clearFilters }, S.clear));
}
