// What is chosen, the filters, and the permalink that holds both.
const TABS = ["positions", "agreement", "network", "shifts", "statements"];
const ORDERS = ["group", "spread", "salience", "recent"];
const LEVELS = ["0.5", "0.7", "0.9"];
const NETWORKS = ["ties", "congruence", "conflict"];
const COLUMNS = ["date", "actor", "holder", "issue", "stance", "quote", "attribution", "act", "confidence", "source"];
const FILTERS = ["group", "issue", "stance", "attribution", "source", "article", "confidence", "from", "to", "q"];

const validDate = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function initialState() {
  const compared = data.actors.flatMap((a, i) => (a.compared ? [i] : []));
  return {
    tab: "positions", actors: new Set(compared), group: "", issue: "", stance: "", attribution: "",
    source: "", article: "", confidence: "", from: "", to: "", q: "",
    order: "group", compare: "", network: "ties", sort: "-date", page: 0, open: null,
  };
}

// Targets: a cell, an issue, a pair (in a period, perhaps), or a single statement.
function readTarget([kind, one, other, from, to]) {
  if (kind === "cell" && actorNumber(one) >= 0 && issueNumber(other) >= 0) {
    return { kind, actor: actorNumber(one), issue: issueNumber(other) };
  }
  if (kind === "issue" && issueNumber(one) >= 0) return { kind, issue: issueNumber(one) };
  if (kind === "pair" && actorNumber(one) >= 0 && actorNumber(other) >= 0 && one !== other) {
    const valid = [from, to].every((name) => /^\d{4}-(0[1-9]|1[0-2])$/.test(name ?? "")) && from <= to;
    return { kind, one: actorNumber(one), other: actorNumber(other), period: valid ? { from, to } : null };
  }
  if (kind === "row" && /^\d{1,9}$/.test(other ?? "")) {
    const row = C.number.findIndex((n, i) => n === Number(other) && articleOf(i).id === one);
    if (row >= 0) return { kind, row };
  }
  return null;
}

function writeTarget(open) {
  if (open.kind === "cell") return ["cell", data.actors[open.actor].id, data.issues[open.issue].id];
  if (open.kind === "issue") return ["issue", data.issues[open.issue].id];
  if (open.kind === "row") return ["row", articleOf(open.row).id, String(C.number[open.row])];
  const pair = ["pair", data.actors[open.one].id, data.actors[open.other].id];
  return open.period ? [...pair, open.period.from, open.period.to] : pair;
}

const publishers = () => [...new Set(data.articles.map((a) => a.publisher).filter(Boolean))].sort(new Intl.Collator().compare);

// Whatever a link holds that the page does not know is left at its default.
function readHash() {
  const next = initialState();
  const asked = new URLSearchParams(location.hash.slice(1));
  const choice = (name, allowed) => {
    if (allowed.includes(asked.get(name))) next[name] = asked.get(name);
  };
  choice("tab", TABS);
  choice("order", ORDERS);
  choice("network", NETWORKS);
  choice("sort", COLUMNS.flatMap((c) => [c, `-${c}`]));
  choice("stance", STANCES);
  choice("attribution", [...ATTRIBUTIONS, "past"]);
  choice("confidence", LEVELS);
  choice("group", data.groups.map((g) => g.id));
  choice("issue", data.issues.map((i) => i.id));
  choice("source", publishers());
  choice("article", data.articles.map((a) => a.id));
  choice("compare", data.actors.filter((a) => a.counts).map((a) => a.id));
  const actors = asked.getAll("actor").map(actorNumber).filter((i) => i >= 0);
  if (actors.length) next.actors = new Set(actors);
  else if (asked.getAll("actor").includes("none")) next.actors = new Set();
  for (const name of ["from", "to"]) {
    if (validDate(asked.get(name) ?? "")) next[name] = asked.get(name);
  }
  if (/^[1-9]\d{0,5}$/.test(asked.get("page") ?? "")) next.page = Number(asked.get("page")) - 1;
  next.q = (asked.get("q") ?? "").slice(0, 200).trim();
  next.open = readTarget(asked.getAll("open"));
  return next;
}

const sameActors = () => state.actors.size === defaults.actors.size && [...state.actors].every((a) => defaults.actors.has(a));

function hash() {
  const said = new URLSearchParams();
  for (const name of ["tab", ...FILTERS, "order", "compare", "network", "sort"]) {
    if (state[name] !== defaults[name]) said.set(name, state[name]);
  }
  if (state.page) said.set("page", state.page + 1);
  if (!sameActors()) {
    [...state.actors].sort((a, b) => a - b).forEach((a) => said.append("actor", data.actors[a].id));
    if (!state.actors.size) said.append("actor", "none");
  }
  if (state.open) writeTarget(state.open).forEach((part) => said.append("open", part));
  return `#${said}`;
}

function remember() {
  const now = hash();
  if (now === (location.hash || "#")) return;
  try {
    history.replaceState(null, "", now === "#" ? location.pathname + location.search : now);
  } catch {
    // Inside a notebook's frame there is no address to change.
  }
}

// The words to search in, and then what intervals are drawn from, gathered while the reader
// reads; a search that comes first does the rest.
const haystack = [];
function gatherWords(until) {
  for (let k = haystack.length; k < until; k += 1) {
    haystack.push(lower([
      quoteOf(k), pooled(C.holder[k]), pooled(C.condition[k]), issueLabel(C.issue[k]),
      actorLabel(C.actor[k]), articleOf(k).title, publisherOf(k),
    ].filter(Boolean).join("\n")));
  }
}

function gatherQuietly() {
  if (haystack.length < total) gatherWords(Math.min(total, haystack.length + 1000));
  else if (!drawAhead()) return;
  setTimeout(gatherQuietly, 20);   // between two parts there is time for the reader
}

function searchable() {
  gatherWords(total);
  return haystack;
}

function applyFilters() {
  const words = lower(state.q).split(/\s+/).filter(Boolean);
  const text = words.length ? searchable() : null;
  const issues = data.issues.map((i) => (!state.issue || i.id === state.issue)
    && (!state.group || data.groups[i.group].id === state.group));
  const articles = data.articles.map((a) => (!state.source || a.publisher === state.source)
    && (!state.article || a.id === state.article));
  const actors = data.actors.map((_, i) => state.actors.has(i));
  const stance = STANCES.indexOf(state.stance), voice = ATTRIBUTIONS.indexOf(state.attribution);
  const past = state.attribution === "past", least = Number(state.confidence);
  const from = state.from ? Date.parse(state.from) / 864e5 : -Infinity;
  const to = state.to ? Date.parse(state.to) / 864e5 : Infinity;
  // An undated statement cannot be shown to lie within the dates asked for.
  const dated = Boolean(state.from || state.to);
  shown = [];
  asides = new Map();
  for (let i = 0; i < total; i += 1) {
    if (!actors[C.actor[i]] || !issues[C.issue[i]] || !articles[C.article[i]]) continue;
    if (stance >= 0 && C.stance[i] !== stance) continue;
    if (past ? !C.past[i] : voice >= 0 && C.attribution[i] !== voice) continue;
    if (C.confidence[i] < least) continue;
    if (dated && !(days[i] >= from && days[i] <= to)) continue;
    if (text && !words.every((word) => text[i].includes(word))) continue;
    shown.push(i);
    if (!C.counts[i]) {
      const at = cellKey(C.actor[i], C.issue[i]);
      asides.set(at, (asides.get(at) ?? 0) + 1);
    }
  }
  cells = summarise(shown);
}

function filtersInWords() {
  const said = [];
  const add = (name, value) => said.push(`${name}: ${value}`);
  if (!sameActors()) add(S.filter_actors, [...state.actors].map(actorLabel).join(", ") || "–");
  if (state.group) add(S.filter_issue, data.groups.find((g) => g.id === state.group).label);
  if (state.issue) add(S.filter_issue, issueLabel(issueNumber(state.issue)));
  if (state.stance) add(S.filter_stance, stanceWord(state.stance));
  if (state.attribution) add(S.filter_attribution, S[state.attribution]);
  if (state.source) add(S.filter_source, state.source);
  if (state.article) add(S.filter_source, data.articles.find((a) => a.id === state.article).title);
  if (state.confidence) add(S.filter_confidence, t("at_least", { value: percent(state.confidence) }));
  if (state.from) add(S.filter_from, day(state.from));
  if (state.to) add(S.filter_to, day(state.to));
  if (state.q) add(S.filter_words, `“${state.q}”`);
  return said.join("; ");
}

const chosenActors = () => data.actors.map((_, i) => i)
  .filter((i) => state.actors.has(i) && data.actors[i].counts);

function nothingFound(counted = false) {
  let why = S.nothing_at_all;
  if (!state.actors.size) why = S.nothing_actors;
  else if (counted && shown.length) why = S.nothing_counted;
  else if (filtersInWords()) why = t("nothing_why", { filters: filtersInWords() });
  return el("div", { class: "nothing" },
    el("p", {}, el("strong", {}, S.nothing), " ", why),
    filtersInWords() && el("button", { type: "button", onclick: clearFilters }, S.clear));
}
