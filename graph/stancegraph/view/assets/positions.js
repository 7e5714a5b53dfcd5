// The matrix: propositions by group down, actors across, the spread at the end.
const SCALE_WORDS = ["supports", "leans-for", "conditional", "mixed", "undecided", "leans-against", "opposes"];
const COMPARE_WORDS = ["agrees", "agrees-partly", "differs", "reference", "no_comparison"];

const FITTING = 6;   // columns that can be read beside the panel on a laptop

// The rows that the filters leave, in the order asked for.
function matrixRows(actors) {
  const rows = data.issues.map((_, issue) => divergence(issue, actors))
    .filter((d) => d.n > 0 || actors.some((a) => asides.has(cellKey(a, d.issue))));
  const orders = {
    group: (a, b) => data.issues[a.issue].group - data.issues[b.issue].group || a.issue - b.issue,
    spread: (a, b) => (b.spread ?? -1) - (a.spread ?? -1) || b.n - a.n,
    salience: (a, b) => b.n - a.n,
    recent: (a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0),
  };
  return rows.sort(orders[state.order]);
}

function renderPositions(view) {
  const actors = chosenActors();
  const rows = matrixRows(actors);
  view.append(el("div", { class: "viewbar" },
    select("choose-order", S.sort, ORDERS.map((o) => [o, S[`sort_${o}`]]), state.order, (value) => choose("order", value)),
    select("choose-compare", S.compare, [["", S.compare_none],
      ...actors.map((a) => [data.actors[a].id, t("compare_with", { actor: actorLabel(a) })])], state.compare, (value) => choose("compare", value)),
    exportButtons("positions", drawPositions)));
  if (!rows.length || !actors.length) return view.append(nothingFound(true));
  if (actors.length === 1) view.append(el("p", { class: "notice" }, S.one_actor));
  view.append(legend());

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
      el("th", { role: "rowheader", scope: "row" },
        el("button", { type: "button", class: "label", dir: "auto", tabindex: "-1", "data-cell": "", ...target({ kind: "issue", issue: row.issue }) }, record.label),
        record.proposition !== record.label && el("span", { class: "proposition", dir: "auto" }, record.proposition)),
      actors.map((a) => el("td", { role: "gridcell", class: "cellbox" }, cell(a, row.issue, reference))),
      el("td", { role: "gridcell", class: "spread" }, strip(row))));
  }
  const table = el("table", { role: "grid", class: "matrix", "aria-label": S.heading, onkeydown: gridKeys },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
      el("th", { role: "columnheader", scope: "col", class: "first" }, S.proposition),
      actors.map((a) => el("th", { role: "columnheader", scope: "col", dir: "auto" }, actorName(a))),
      el("th", { role: "columnheader", scope: "col", class: "last" }, S.spread))),
    body);
  table.style.setProperty("--actors", actors.length);
  // Many columns scroll sideways; the heads then no longer stay at the top.
  view.append(actors.length > FITTING ? el("div", { class: "scroll" }, table) : table);
  const first = table.querySelector(".cellbox [data-cell]");
  if (first) first.tabIndex = 0;
  return undefined;
}

function choose(name, value) {
  state[name] = value;
  update();
  byId(`choose-${name}`)?.focus();
}

// How a standing reads: by its stance, or by its agreement with the actor compared with.
function wordOf(held, reference) {
  if (reference < 0) return held.word;
  if (held.actor === reference) return "reference";
  const other = standingOf(reference, held.issue);
  return other ? agreeWord(held, other) : "no_comparison";
}

const flags = (held) => [held.contested && S.contested, held.low && S.low_evidence].filter(Boolean).join(" · ");

// Months, or days where both lie in one month; a year that both share is said once.
function moveDates({ start, end }) {
  if (start.slice(0, 7) === end.slice(0, 7)) return { start: day(start), end: day(end) };
  return { start: (start.slice(0, 4) === end.slice(0, 4) ? shortMonth : month)(start), end: month(end) };
}

const moveGlyphs = (move) => t("moved", { before: GLYPHS[move.before], after: GLYPHS[move.after], ...moveDates(move) });

function cell(actor, issue, reference) {
  const held = standingOf(actor, issue);
  const name = narrow.matches && el("span", { class: "who" }, actorName(actor));
  const open = target({ kind: "cell", actor, issue });
  if (!held) {
    const aside = asides.get(cellKey(actor, issue));
    if (!aside) return el("span", { class: "cell none", tabindex: "-1", "data-cell": "" }, name, el("span", { class: "word" }, S.no_statement));
    return el("button", { type: "button", class: "cell none", tabindex: "-1", "data-cell": "", ...open },
      name, el("span", { class: "word" }, S.no_statement), el("span", { class: "facts" }, t("not_counted_n", { n: number(aside) })));
  }
  const word = wordOf(held, reference);
  const conditions = ["conditional", "leans-for", "mixed"].includes(held.word) ? conditionsOf(held) : [];
  return el("button", {
    type: "button", class: `cell w-${word}${held.low ? " low" : ""}`, tabindex: "-1", "data-cell": "", ...open,
  }, name,
  el("span", { class: "word" }, el("span", { class: "glyph", "aria-hidden": "true" }, GLYPHS[word]), " ", S[word],
    word !== held.word && el("span", { class: "own" }, ` (${lower(S[held.word])})`)),
  conditions.length > 0 && el("span", { class: "gloss", dir: "auto" }, t("only_if", { condition: conditions[0] })),
  held.move && el("span", { class: "gloss move" }, moveGlyphs(held.move)),
  el("span", { class: "facts" }, `${t("n_of", { n: number(held.n) })} · ${held.latest ? day(held.latest) : S.undated}`),
  flags(held) && el("span", { class: "facts flags" }, flags(held)));
}

// Marks that would hide each other are stacked.
function stacked(row, x, r) {
  const placed = [];
  for (const held of [...row.held].sort((a, b) => a.value - b.value)) {
    const at = x(held.value);
    let level = 0;
    while (placed.some((p) => p.level === level && Math.abs(p.at - at) < 2 * r + 1)) level += 1;
    placed.push({ actor: held.actor, at, level });
  }
  return placed;
}

const stripMarks = (row, x, y, r) => stacked(row, x, r).map((p) => actorMark(p.actor, p.at, y - p.level * (2 * r + 0.5), r));

function strip(row) {
  const width = 132, r = 4, x = (value) => 9 + (value + 1) / 2 * (width - 18);
  const high = (2 * r + 0.5) * (1 + Math.max(0, ...stacked(row, x, r).map((p) => p.level)));
  const where = row.held.map((s) => `${actorLabel(s.actor)}: ${S[s.word]}`).join("; ");
  return el("button", { type: "button", class: "spreadbox", tabindex: "-1", "data-cell": "", ...target({ kind: "issue", issue: row.issue }) },
    el("span", { class: `verdict v-${row.verdict}` }, `${GLYPHS[row.verdict]} ${S[row.verdict]}`),
    svg("svg", { class: "strip", "aria-hidden": "true", viewBox: `0 ${-high} ${width} ${high + 7}`, height: high + 7 },
      svg("path", { d: `M${x(-1)},0H${x(1)}M${x(-1)},-3V3M${x(0)},-3V3M${x(1)},-3V3`, class: "axis" }), stripMarks(row, x, 0, r)),
    row.low && el("span", { class: "facts" }, S.low_evidence), el("span", { class: "sr" }, ` ${where}`));
}

function legend() {
  return el("ul", { class: "legend", "aria-label": S.legend },
    (state.compare ? COMPARE_WORDS : SCALE_WORDS).map((w) => el("li", {}, chip(w))),
    el("li", {}, el("span", { class: "chip lowkey" }, S.low_evidence_legend)),
    el("li", { class: "muted" }, S.legend_n));
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
  event.currentTarget.querySelectorAll("[tabindex='0']").forEach((n) => { n.tabIndex = -1; });
  grid[r][c].tabIndex = 0;
  grid[r][c].focus();
}

// --- the same as a picture, a line per issue -----------------------------------

function drawPositions(room = {}) {
  const actors = chosenActors();
  const width = room.width ?? 1000, most = room.rows ?? Infinity;
  let rows = matrixRows(actors);
  const all = rows.length;
  if (rows.length > most) {
    const kept = new Set([...rows].sort((a, b) => b.n - a.n).slice(0, most));
    rows = rows.filter((row) => kept.has(row));
  }
  const first = width * 0.225, last = width * 0.115, column = (width - first - last) / Math.max(1, actors.length);
  const reference = actorNumber(state.compare), high = 25, box = [];
  let y = 22, group = null;
  actors.forEach((a, k) => {
    const x = first + k * column + 6;
    box.push(actorMark(a, x + 5, 8, 4.5), words(x + 15, 12, actorLabel(a), { class: "strong", room: column - 24 }));
  });
  box.push(words(first + actors.length * column + 8, 12, S.spread, { class: "strong" }));
  for (const row of rows) {
    const record = data.issues[row.issue];
    if (state.order === "group" && record.group !== group) {
      group = record.group;
      box.push(words(0, y + 15, data.groups[group].label, { class: "small heading", room: width }));
      y += 20;
    }
    box.push(words(0, y + 16, record.label, { room: first - 8 }));
    actors.forEach((a, k) => {
      const held = standingOf(a, row.issue), x = first + k * column;
      if (!held) return box.push(words(x + 8, y + 16, S.no_statement, { class: "small soft", room: column - 12 }));
      const word = wordOf(held, reference);
      const tail = `${held.contested ? `${S.contested_mark} ` : ""}${t("n_of", { n: number(held.n) })}`;
      const said = `${GLYPHS[word]} ${S[word]}`, room = column - 18 - measure(tail, 10);
      // Rather smaller than cut.
      const size = measure(said, 11, true) > room ? "small" : "end";
      const left = words(x + 8, y + 16, said, { class: `${size} strong${held.low ? "" : ` on w-${word}`}`, room });
      box.push(
        svg("rect", { x: x + 1.5, y: y + 1, width: column - 3, height: high - 2.5, rx: 2, class: `box w-${word}${held.low ? " low" : ""}` }),
        left, words(x + column - 7, y + 16, tail, { class: `small${held.low ? "" : ` on w-${word}`}`, anchor: "end" }));
      return undefined;
    });
    const x0 = first + actors.length * column + 8;
    const x = (value) => x0 + 22 + (value + 1) / 2 * (last - 36);
    box.push(words(x0, y + 16, GLYPHS[row.verdict], { class: "strong" }),
      svg("path", { d: `M${x(-1)},${y + 19}H${x(1)}M${x(0)},${y + 17}V${y + 21}`, class: "axis" }), stripMarks(row, x, y + 19, 2.8));
    y += high;
  }
  if (all > rows.length) {
    box.push(words(0, y + 15, t("rows_of", { shown: number(rows.length), all: number(all) }), { class: "small soft" }));
    y += 20;
  }
  box.push(words(0, y + 16, [SCALE_WORDS, COMPARE_WORDS][state.compare ? 1 : 0].map((w) => `${GLYPHS[w]} ${S[w]}`).join("   "), { class: "small soft", room: width }));
  box.push(words(0, y + 31, [...["aligned", "partly", "split"].map((w) => `${GLYPHS[w]} ${S[w]}`), S.legend_n, S.legend_dashed, `${S.contested_mark} ${S.contested_long}`].join("   "), { class: "small soft", room: width }));
  return picture(width, y + 36, box);
}
