// Every statement, in a table that is sorted and paged.
const PAGE = 50;   // rows that still scroll and read well on a laptop

const VALUES = {
  actor: (i) => actorLabel(C.actor[i]), holder: (i) => pooled(C.holder[i]) ?? "", issue: (i) => issueLabel(C.issue[i]),
  stance: (i) => stanceWord(STANCES[C.stance[i]]), quote: quoteOf, attribution: (i) => S[ATTRIBUTIONS[C.attribution[i]]],
  act: (i) => S[`act_${pooled(C.act[i])}`] ?? pooled(C.act[i]) ?? "", confidence: (i) => C.confidence[i],
  source: (i) => publisherOf(i) ?? articleOf(i).title,
};

// A rank for each statement, reckoned once per column: comparing words is slow.
const ranks = new Map();
function rankOf(column) {
  if (!ranks.has(column)) {
    const found = new Float64Array(total);
    // Statements come newest first.
    if (column === "date") found.forEach((_, i) => { found[i] = Number.isNaN(days[i]) ? -Infinity : days[i]; });
    else {
      const values = Array.from({ length: total }, (_, i) => VALUES[column](i));
      const collator = new Intl.Collator();
      const order = [...new Set(values)].sort((a, b) => (typeof a === "number" ? a - b : collator.compare(a, b)));
      const place = new Map(order.map((value, k) => [value, k]));
      values.forEach((value, i) => { found[i] = place.get(value); });
    }
    ranks.set(column, found);
  }
  return ranks.get(column);
}

function renderStatements(view) {
  const column = state.sort.replace("-", ""), down = state.sort.startsWith("-");
  view.append(el("div", { class: "viewbar" }, el("h2", {}, S.statements_title), exportButtons("statements", null)));
  if (!shown.length) return view.append(nothingFound());
  const rank = rankOf(column);
  const ids = column === "date" && down ? shown
    : [...shown].sort((a, b) => (down ? rank[b] - rank[a] : rank[a] - rank[b]) || a - b);
  const pages = Math.ceil(ids.length / PAGE);
  state.page = Math.min(state.page, pages - 1);
  remember();
  const head = COLUMNS.map((name) => el("th", {
    role: "columnheader", scope: "col", "aria-sort": column === name ? (down ? "descending" : "ascending") : "none",
  }, el("button", { type: "button", class: "sorter", "data-column": name, onclick: () => {
    // What is newest or surest comes first; words from A to Z.
    const first = name === "date" || name === "confidence" ? "-" : "";
    state.sort = column !== name ? first + name : down ? name : `-${name}`;
    state.page = 0;
    remember();
    renderView();
    document.querySelector(`[data-column=${name}]`).focus();
  } }, S[`col_${name}`], el("span", { "aria-hidden": "true" }, column === name ? (down ? " ↓" : " ↑") : ""))));
  const row = (i) => {
    const condition = pooled(C.condition[i]), article = articleOf(i);
    return el("tr", { role: "row" },
      el("td", { role: "cell", class: "nowrap" }, dateOf(i) ? el("time", { datetime: dateOf(i) }, day(dateOf(i))) : S.undated),
      el("td", { role: "cell" }, actorName(C.actor[i])), el("td", { role: "cell" }, bdi(VALUES.holder(i))), el("td", { role: "cell" }, bdi(VALUES.issue(i))),
      el("td", { role: "cell" }, chip(STANCE_WORDS[STANCES[C.stance[i]]], VALUES.stance(i)),
        condition && el("span", { class: "gloss clamped three", dir: "auto" }, t("only_if", { condition }))),
      el("td", { role: "cell", class: "quote" }, linkTo({ kind: "row", row: i }, quoteOf(i), { lang: article.language })),
      el("td", { role: "cell" }, VALUES.attribution(i), C.by[i] >= 0 && el("span", { class: "gloss" }, t("by", { actor: actorLabel(C.by[i]) })), C.past[i] ? el("span", { class: "gloss" }, S.past) : null),
      el("td", { role: "cell" }, VALUES.act(i)), el("td", { role: "cell", class: "number" }, percent(C.confidence[i])),
      el("td", { role: "cell" }, el("span", { class: "clamped", dir: "auto" }, VALUES.source(i)), article.publisher && el("span", { class: "gloss clamped", dir: "auto" }, article.title),
        el("span", { class: "gloss" }, t("number_in", { n: number(C.number[i]) }))));
  };
  const turn = (by) => {
    state.page += by;
    renderView();
    remember();
    document.querySelector(".pager button:not([disabled])").focus();
  };
  view.append(
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": S.statements_title },
      el("table", { class: "statements", role: "table" }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
        el("tbody", { role: "rowgroup" }, ids.slice(state.page * PAGE, (state.page + 1) * PAGE).map(row)))),
    pages > 1 ? el("p", { class: "pager" },
      el("button", { type: "button", disabled: state.page === 0, onclick: () => turn(-1) }, S.previous),
      el("span", { role: "status" }, t("page_of", { page: number(state.page + 1), pages: number(pages) })),
      el("button", { type: "button", disabled: state.page === pages - 1, onclick: () => turn(1) }, S.next)) : "");
  return undefined;
}
