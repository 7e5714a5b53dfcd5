// The data, and the small tools that everything else is written with.
const STANCES = ["support", "oppose", "conditional", "ambivalent"];
const ATTRIBUTIONS = ["self", "reported", "ascribed"];
const GLYPHS = {
  "supports": "▲▲", "leans-for": "▲", "conditional": "△", "mixed": "◆", "undecided": "◇",
  "leans-against": "▼", "opposes": "▼▼",
  "support": "▲▲", "oppose": "▼▼", "ambivalent": "◇",
  "aligned": "≡", "partly": "≈", "split": "⇄", "one_voice": "·",
  "agrees": "≡", "agrees-partly": "≈", "differs": "⇄", "reference": "●", "no_comparison": "·",
};
const STANCE_WORDS = {
  support: "supports", oppose: "opposes", conditional: "conditional", ambivalent: "undecided",
};

let data, S, C, rules, state, defaults;
let total = 0;       // statements in the data
let days, months;    // of each statement: days since 1970 (NaN: undated); index into monthNames (-1)
let values, sure;    // of each statement: its stance's value; its weight without recency
let monthNames = [];

function el(tag, props = {}, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  return put(node, kids);
}

// Strings become text nodes: nothing from the data is ever parsed as markup.
function put(node, kids) {
  for (const kid of kids) {
    if (Array.isArray(kid)) put(node, kid);
    else if (kid !== null && kid !== undefined && kid !== false) node.append(kid);
  }
  return node;
}

function svg(tag, props = {}, ...kids) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value);
  }
  return put(node, kids);
}

const byId = (id) => document.getElementById(id);
const bdi = (text) => el("bdi", {}, text);
const t = (key, values = {}) => S[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const lower = (text) => text.toLocaleLowerCase(data.strings.language);
// Without a locale named, Intl follows the reader's.
const numbers = new Intl.NumberFormat();
const percents = new Intl.NumberFormat(undefined, { style: "percent" });
const decimals = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const number = (value) => numbers.format(value);
const percent = (value) => percents.format(value);
const decimal = (value) => decimals.format(value);
const statementsCount = (n) => (n === 1 ? S.statements_1 : t("statements_n", { n: number(n) }));
const issuesCount = (n) => (n === 1 ? S.issues_1 : t("issues_n", { n: number(n) }));

function formatter(options) {
  const format = new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" });
  const known = new Map();
  return (iso) => {
    if (!known.has(iso)) known.set(iso, format.format(new Date(iso.length === 7 ? `${iso}-01` : iso)));
    return known.get(iso);
  };
}
const day = formatter({ day: "numeric", month: "short", year: "numeric" });
const month = formatter({ month: "short", year: "numeric" });
const shortMonth = formatter({ month: "short" });

const pooled = (index) => (index < 0 ? null : data.pool[index]);
const dateOf = (i) => pooled(C.date[i]);
const articleOf = (i) => data.articles[C.article[i]];
const publisherOf = (i) => articleOf(i).publisher ?? null;
const quoteOf = (i) => (
  C.quote[i] >= 0 ? data.pool[C.quote[i]] : articleOf(i).text.slice(C.start[i], C.end[i])
);
const actorLabel = (actor) => data.actors[actor].label;
const issueLabel = (issue) => data.issues[issue].label;
const actorNumber = (id) => data.actors.findIndex((a) => a.id === id);
const issueNumber = (id) => data.issues.findIndex((i) => i.id === id);
const stanceWord = (stance) => (stance === "conditional" ? S.stance_conditional : S[stance]);

// Statements come newest first, undated ones last, so that an index is also a rank.
function buildIndex() {
  total = C.issue.length;
  days = new Float64Array(total).fill(NaN);
  months = new Int32Array(total).fill(-1);
  values = Float64Array.from(C.stance, (stance) => rules[STANCES[stance]]);
  sure = Float64Array.from(C.confidence, (c, i) => c * (C.attribution[i] === 0 ? rules.self_weight : rules.reported_weight));
  const names = new Map(), stamps = new Map();
  for (let i = 0; i < total; i += 1) {
    const at = C.date[i];
    if (at < 0) continue;
    if (!stamps.has(at)) {
      const iso = data.pool[at], name = iso.slice(0, 7);
      if (!names.has(name)) names.set(name, names.size);
      stamps.set(at, [Date.parse(iso) / 864e5, names.get(name)]);
    }
    [days[i], months[i]] = stamps.get(at);
  }
  monthNames = [...names.keys()];
  tallies.mass = new Float64Array(data.pool.length).fill(NaN);
  tallies.sum = new Float64Array(data.pool.length);
  today = data.today === null ? NaN : Date.parse(data.today) / 864e5;
}

function chip(word, text) {
  return el("span", { class: `chip w-${word}` },
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
    `M${x - r},${y}H${x + r}M${x},${y - r}V${y + r}`,
    `M${x - r},${y - r * 0.5}h${2 * r}v${r}h${-2 * r}z`,
  ];
  const shape = actor % shapes.length;
  return svg("path", { d: shapes[shape], class: `mark a${actor % 6}${shape === 5 || shape === 6 ? " open" : ""}` });
}

function actorIcon(actor) {
  return svg("svg", { viewBox: "0 0 14 14", class: "icon", "aria-hidden": "true" }, actorMark(actor, 7, 7, 4.5));
}

const actorName = (actor) => [actorIcon(actor), " ", bdi(actorLabel(actor))];

function select(id, label, options, value, onchange) {
  return el("span", { class: "field" }, el("label", { for: id }, label),
    el("select", { id, onchange: (event) => onchange(event.target.value) }, options.map((option) => {
      if (option.group !== undefined) {
        return el("optgroup", { label: option.group }, option.options.map(([v, text]) => el("option", { value: v, selected: v === value }, text)));
      }
      return el("option", { value: option[0], selected: option[0] === value }, option[1]);
    })));
}
