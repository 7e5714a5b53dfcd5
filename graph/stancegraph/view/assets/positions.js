// The matrix: propositions by group down, actors across, the spread at the end.
let gridAt = [0, 0];

function renderPositions(view) {
  const actors = chosenActors();
  const rows = data.issues.map((_, issue) => divergence(issue, actors))
    .filter((d) => d.n > 0 || shown.some((i) => C.issue[i] === d.issue && state.actors.has(C.actor[i])));
  view.append(el("div", { class: "viewbar" },
    choice("order", S.sort, ORDERS.map((o) => [o, S[`sort_${o}`]])),
    choice("compare", S.compare, [["", S.compare_none],
      ...actors.map((a) => [data.actors[a].id, t("compare_with", { actor: data.actors[a].label })])])));
  if (!rows.length || !actors.length) return view.append(nothingFound(true));
  if (actors.length === 1) view.append(el("p", { class: "muted" }, S.one_actor));
  view.append(legend());

  if (state.order === "spread") rows.sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1) || b.n - a.n);
  if (state.order === "salience") rows.sort((a, b) => b.n - a.n);
  if (state.order === "recent") rows.sort((a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0));
  if (state.order === "group") rows.sort((a, b) => data.issues[a.issue].group - data.issues[b.issue].group || a.issue - b.issue);

  const reference = actorNumber(state.compare);
  const body = el("tbody", { role: "rowgroup" });
  let group = null;
  for (const row of rows) {
    const record = data.issues[row.issue];
    if (state.order === "group" && record.group !== group) {
      group = record.group;
      body.append(el("tr", { role: "row", class: "group" },
        el("th", { role: "rowheader", scope: "rowgroup", colspan: actors.length + 2, dir: "auto" }, data.groups[group].label)));
    }
    body.append(el("tr", { role: "row", class: "issue" },
      el("th", { role: "rowheader", scope: "row", dir: "auto" },
        el("span", { class: "label" }, record.label),
        record.proposition !== record.label && el("span", { class: "proposition" }, record.proposition)),
      actors.map((a) => el("td", { role: "gridcell", class: "cellbox" }, cell(a, row.issue, reference))),
      el("td", { role: "gridcell", class: "spread" }, strip(row))));
  }
  const table = el("table", { role: "grid", class: "matrix", "aria-label": S.heading, onkeydown: gridKeys },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
      el("th", { role: "columnheader", scope: "col", class: "first" }, S.proposition),
      actors.map((a) => el("th", { role: "columnheader", scope: "col", dir: "auto" }, actorIcon(a), " ", data.actors[a].label)),
      el("th", { role: "columnheader", scope: "col" }, S.spread))),
    body);
  table.style.setProperty("--actors", actors.length);
  view.append(table);
  gridAt = [0, 0];
  const first = table.querySelector("[data-cell]");
  if (first) first.tabIndex = 0;
  return undefined;
}

function cell(actor, issue, reference) {
  const held = cells.get(key(actor, issue));
  const name = el("span", { class: "who" }, actorIcon(actor), " ", bdi(data.actors[actor].label));
  const open = target({ kind: "cell", actor, issue });
  if (!held) {
    const aside = shown.filter((i) => C.actor[i] === actor && C.issue[i] === issue).length;
    if (!aside) return el("span", { class: "cell none", tabindex: "-1", "data-cell": "" }, name, S.no_statement);
    return el("button", { type: "button", class: "cell none", tabindex: "-1", "data-cell": "", ...open },
      name, S.no_statement, el("span", { class: "facts" }, t("not_counted_n", { n: number(aside) })));
  }
  let word = held.word;
  if (reference >= 0) {
    const other = cells.get(key(reference, issue));
    if (actor === reference) word = "reference";
    else word = other ? agreeWord(held, other) : "no_comparison";
  }
  const facts = [
    statementsCount(held.n), held.latest ? day(held.latest) : S.undated,
    held.contested && S.contested, held.low && S.low_evidence,
  ].filter(Boolean).flatMap((fact, k) => [k > 0 && " · ", el("span", { class: "nowrap" }, fact)]);
  return el("button", {
    type: "button", class: `cell w-${word}${held.low ? " low" : ""}`, tabindex: "-1", "data-cell": "", ...open,
  }, name,
  el("span", { class: "word" }, el("span", { class: "glyph", "aria-hidden": "true" }, GLYPHS[word]), " ", S[word],
    reference >= 0 && word !== held.word && el("span", { class: "own" }, ` (${S[held.word].toLowerCase()})`)),
  held.conditions.length > 0 && ["conditional", "leans-for", "mixed"].includes(held.word)
    && el("span", { class: "gloss", dir: "auto" }, t("only_if", { condition: held.conditions[0] })),
  held.move && el("span", { class: "gloss" },
    t("moved", {
      before: GLYPHS[held.move.before], start: month(held.move.start), after: GLYPHS[held.move.after], end: month(held.move.end),
    })),
  el("span", { class: "facts" }, facts));
}

function strip(row) {
  const width = 132, height = 30, x = (value) => 8 + (value + 1) / 2 * (width - 16);
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "strip", "aria-hidden": "true" },
    svg("path", { d: `M${x(-1)},22H${x(1)}M${x(0)},18V26`, class: "axis" }));
  const stacked = new Map();
  for (const held of row.held) {
    const slot = Math.round(x(held.value) / 9);
    const level = stacked.get(slot) ?? 0;
    stacked.set(slot, level + 1);
    picture.append(actorMark(held.actor, x(held.value), 22 - level * 7, 4));
  }
  const where = row.held.map((s) => `${data.actors[s.actor].label}: ${S[s.word]}`).join("; ");
  return el("span", { class: "spreadbox", tabindex: "-1", "data-cell": "" },
    el("span", { class: `verdict v-${row.verdict}` }, `${GLYPHS[row.verdict]} ${S[row.verdict]}`),
    picture, el("span", { class: "sr" }, ` ${where}`));
}

function legend() {
  const words = state.compare
    ? ["agrees", "agrees-partly", "differs", "reference", "no_comparison"]
    : ["supports", "leans-for", "conditional", "mixed", "undecided", "leans-against", "opposes"];
  return el("ul", { class: "legend", "aria-label": S.legend },
    words.map((w) => el("li", {}, chip(w))),
    el("li", {}, el("span", { class: "chip lowkey" }, S.low_evidence_long)));
}

// Arrow keys, Home and End move through the cells; Enter is the button's own.
function gridKeys(event) {
  const grid = [...event.currentTarget.querySelectorAll("tr.issue")].map((row) => [...row.querySelectorAll("[data-cell]")]);
  const at = event.target.closest("[data-cell]");
  let r = grid.findIndex((row) => row.includes(at));
  if (r < 0) return;
  let c = grid[r].indexOf(at);
  const last = grid.length - 1;
  if (event.key === "ArrowRight") c = Math.min(c + 1, grid[r].length - 1);
  else if (event.key === "ArrowLeft") c = Math.max(c - 1, 0);
  else if (event.key === "ArrowDown") r = Math.min(r + 1, last);
  else if (event.key === "ArrowUp") r = Math.max(r - 1, 0);
  else if (event.key === "Home") { c = 0; if (event.ctrlKey) r = 0; }
  else if (event.key === "End") { c = grid[r].length - 1; if (event.ctrlKey) r = last; }
  else return;
  event.preventDefault();
  at.tabIndex = -1;
  grid[r][c].tabIndex = 0;
  grid[r][c].focus();
}

function choice(name, label, options) {
  const select = el("select", {
    id: `choose-${name}`,
    onchange: (event) => { state[name] = event.target.value; update(); document.getElementById(`choose-${name}`)?.focus(); },
  }, options.map(([value, text]) => el("option", { value, selected: state[name] === value }, text)));
  return el("span", { class: "field" }, el("label", { for: `choose-${name}` }, label), select);
}
