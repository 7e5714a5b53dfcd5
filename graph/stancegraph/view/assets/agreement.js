// Each pair's agreement, now and by period.
function renderAgreement(view) {
  const actors = chosenActors();
  view.append(el("div", { class: "viewbar" }, el("h2", {}, S.agreement_title), exportButtons("agreement", drawAgreement)),
    el("p", { class: "muted note" }, S.agreement_note));
  if (!cells.size) return view.append(nothingFound(true));
  if (actors.length < 2) return view.append(el("p", { class: "notice" }, S.one_actor));
  const found = byPeriod();
  view.append(el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": S.agreement_title },
    pairTable(actors, cells, null)));
  if (found.length > 1) {
    view.append(el("h3", { class: "sub" }, S.agreement_periods), el("p", { class: "muted note" }, S.agreement_periods_note),
      el("div", { class: "multiples" }, found.map(({ period, among }) => (
        el("figure", {}, el("figcaption", {}, periodLabel(period)), pairTable(actors, among, period))))));
  }
  return undefined;
}

// One half is enough: agreement has no direction.
function pairTable(actors, among, period) {
  const columns = actors.slice(0, -1), rows = actors.slice(1);
  const box = (one, other) => {
    const pair = pairAgreement(one, other, among);
    if (pair.value === null) return el("td", {}, el("span", { class: "pair none" }, narrow.matches && el("span", { class: "who" }, actorName(one), " – ", actorName(other)), period ? "–" : S.no_shared, period && el("span", { class: "sr" }, S.no_shared)));
    const range = t("interval", { low: percent(pair.low), high: percent(pair.high) });
    const single = pair.shared.length < rules.few;   // one issue is as thin as one statement
    const button = el("button", { type: "button", class: `pair${single ? " low" : ""}`, ...target({ kind: "pair", one, other, period }) },
      narrow.matches && el("span", { class: "who" }, actorName(one), " – ", actorName(other)),
      el("span", { class: "value" }, percent(pair.value)),
      el("span", { class: "bar", "aria-hidden": "true" }, el("span", { class: "fill" }), el("span", { class: "range" })),
      el("span", { class: "facts" }, range), el("span", { class: "facts" }, `${issuesCount(pair.shared.length)}, ${t("n_of", { n: number(pair.n) })}`),
      single && el("span", { class: "facts" }, S.low_evidence));
    button.style.setProperty("--value", pair.value);
    button.style.setProperty("--low", pair.low);
    button.style.setProperty("--high", pair.high);
    return el("td", {}, button);
  };
  const head = (a, scope) => el("th", { scope, dir: "auto" }, actorIcon(a), " ",
    period ? el("span", { class: "name" }, actorLabel(a)) : actorLabel(a));
  return el("table", { class: `pairs-table${period ? " small" : ""}`, "aria-label": period ? `${S.agreement_title}, ${periodLabel(period)}` : S.agreement_title },
    el("thead", {}, el("tr", {}, el("td", {}), columns.map((a) => head(a, "col")))),
    el("tbody", {}, rows.map((one, k) => el("tr", {}, head(one, "row"),
      columns.map((other, j) => (j <= k ? box(other, one) : el("td", { class: "void" })))))));
}

function drawAgreement(room = {}) {
  const actors = chosenActors(), found = byPeriod();
  const width = room.width ?? 1000;
  const tables = [{ label: S.agreement_all, among: cells }];
  if (found.length > 1 && !room.brief) found.forEach(({ period, among }) => tables.push({ label: periodLabel(period), among }));
  const rows = actors.slice(1), columns = actors.slice(0, -1);
  const box = [];
  let y = 4;
  const draw = (table, x, wide, first) => {
    const column = (wide - first) / Math.max(1, columns.length), high = 44;
    if (tables.length > 1) box.push(words(x, y + 11, table.label, { class: "strong", room: wide }));
    columns.forEach((a, k) => box.push(actorMark(a, x + first + k * column + 6, y + 26, 4), words(x + first + k * column + 15, y + 30, actorLabel(a), { class: "small", room: column - 18 })));
    rows.forEach((one, r) => {
      const top = y + 38 + r * high;
      box.push(actorMark(one, x + 5, top + 14, 4), words(x + 14, top + 18, actorLabel(one), { class: "small", room: first - 18 }));
      columns.slice(0, r + 1).forEach((other, k) => {
        const pair = pairAgreement(other, one, table.among), left = x + first + k * column;
        if (pair.value === null) return box.push(words(left + 4, top + 16, first > 60 ? S.no_shared : "–", { class: "small soft", room: column - 6 }));
        const long = column - 10;
        box.push(words(left + 4, top + 13, percent(pair.value), { class: "strong" }),
          words(left + 9 + measure(percent(pair.value), 12, true), top + 13, `${t("interval", { low: percent(pair.low), high: percent(pair.high) })}`, { class: "small", room: column - 40 }),
          svg("rect", { x: left + 4, y: top + 18, width: long, height: 5, class: "bar-back" }),
          svg("rect", { x: left + 4, y: top + 18, width: long * pair.value, height: 5, class: "bar-fill" }),
          svg("path", { d: `M${left + 4 + long * pair.low},${top + 20.5}H${left + 4 + long * pair.high}`, class: "bar-range" }),
          words(left + 4, top + 34, `${issuesCount(pair.shared.length)}, ${t("n_of", { n: number(pair.n) })}`, { class: "small soft", room: column - 8 }));
        return undefined;
      });
    });
    return 44 + rows.length * high;
  };
  if (actors.length > 1) {
    y += draw(tables[0], 0, Math.min(width, 110 + columns.length * 150), 110);
    const across = Math.max(1, Math.floor(width / (90 + columns.length * 105)));
    for (let k = 1; k < tables.length; k += across) {
      const row = tables.slice(k, k + across), wide = width / across;
      y += 10;
      y += Math.max(...row.map((table, j) => draw(table, j * wide, wide - 16, 80)));
    }
  }
  return picture(width, y, box);
}
