// Small multiples over time: one chart per issue, a step line and a shape per actor.
let stepMonths = 1;

function movedCharts() {
  const actors = chosenActors();
  stepMonths = stepLength();
  return data.issues.map((_, issue) => {
    const lines = actors.map((a) => standingOf(a, issue)).filter(Boolean)
      .map((s) => ({ actor: s.actor, move: s.move, months: inPeriods(s.ids, stepMonths) })).filter((l) => l.months.length > 0);
    const moved = Math.max(0, ...lines.map((l) => Math.abs(l.move?.by ?? 0)));
    return { issue, lines, moved, n: lines.reduce((sum, l) => sum + l.months.reduce((a, m) => a + m.ids.length, 0), 0) };
  }).filter((c) => c.lines.some((l) => l.months.length > 1))
    .sort((a, b) => b.moved - a.moved || b.n - a.n);
}

// A point per month; over more than two years a point per quarter, over more than six per year.
function stepLength() {
  const names = [...new Set(shown.map((i) => months[i]))].filter((m) => m >= 0).map((m) => monthNames[m]).sort();
  const span = names.length ? monthsBetween(names[0], names[names.length - 1]) + 1 : 1;
  return span <= 24 ? 1 : span <= 72 ? 3 : 12;
}

const stepLabel = (name) => periodLabel(periodOf(name, stepMonths));

const stampOf = (name) => Date.parse(name.length === 7 ? `${name}-01` : name);

function timeRange(charts) {
  const names = charts.flatMap((c) => c.lines.flatMap((l) => l.months.map((m) => m.name))).sort();
  return { from: stampOf(names[0]), to: Math.max(stampOf(names[names.length - 1]), stampOf(names[0]) + 1), first: names[0], last: names[names.length - 1] };
}

function renderShifts(view) {
  const charts = movedCharts();
  view.append(el("div", { class: "viewbar" }, el("h2", {}, S.shifts_title), exportButtons("shifts", drawShifts)),
    el("p", { class: "muted note" }, t("shifts_note", { step: S[`step_${stepMonths}`] })));
  if (!charts.length) return view.append(el("p", { class: "notice" }, S.shifts_none));
  const range = timeRange(charts), marked = eventsIn(range);
  const said = [["shifts_moved", charts.filter((c) => c.moved > 0)], ["shifts_still", charts.filter((c) => c.moved === 0)]];
  if (marked.length) view.append(eventList(marked));
  for (const [title, list] of said) {
    if (!list.length) continue;
    view.append(el("h3", { class: "sub" }, t(title, { n: number(list.length) })), el("div", { class: "charts" }, list.map((c) => {
      const told = c.lines.map(({ actor, months: m }) => `${actorLabel(actor)}: ${m.map((x) => `${stepLabel(x.name)} ${S[x.word]}`).join(", ")}`).join("; ");
      const width = 360, height = highEnough(150, c);
      const box = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", "aria-hidden": "true" }, chart(c, range, { width, height, live: true }));
      return el("figure", {},
        el("figcaption", {}, linkTo({ kind: "issue", issue: c.issue }, issueLabel(c.issue)), " ",
          c.lines.filter((l) => l.move).map((l) => [el("span", { class: "muted nowrap" }, actorIcon(l.actor), ` ${moveGlyphs(l.move)}`), " "])),
        box, el("span", { class: "sr" }, told));
    })));
  }
  return undefined;
}

// End labels stand 13 px apart; with many actors they, not the lines, need the height.
const highEnough = (height, { lines }) => Math.max(height, 40 + 13 * lines.length);

const eventsIn = (range) => data.events.filter((e) => stampOf(e.date) >= range.from && stampOf(e.date) <= range.to + 31 * 864e5);

function eventList(marked) {
  return el("ol", { class: "events", "aria-label": S.events }, marked.map((e) => el("li", {}, el("time", { datetime: e.date }, day(e.date)), " ", bdi(e.label))));
}

// A month's point stands at its first day; the line steps when the next statement comes.
function chart({ issue, lines }, range, { width, height, live = false }) {
  const left = 14 + Math.max(measure(S.axis_for, 10), measure(S.axis_against, 10)), right = Math.min(116, 26 + Math.max(...lines.map((l) => measure(actorLabel(l.actor), 11)))), top = eventsIn(range).length ? 17 : 10, bottom = 24;
  const x = (stamp) => left + (stamp - range.from) / (range.to - range.from) * (width - left - right);
  const y = (value) => top + (1 - value) / 2 * (height - top - bottom);
  const box = [svg("path", { class: "axis", d: [1, 0, -1].map((v) => `M${left - 4},${y(v)}H${width - right + 4}`).join("") }),
    words(left - 9, y(1) + 3, S.axis_for, { class: "small soft", anchor: "end" }), words(left - 9, y(-1) + 3, S.axis_against, { class: "small soft", anchor: "end" }),
    words(left - 4, height - 7, (range.first.slice(0, 4) === range.last.slice(0, 4) ? shortMonth : month)(range.first), { class: "small soft" }), words(width - right + 4, height - 7, month(range.last), { class: "small soft", anchor: "end" })];
  let numbered = -Infinity;
  eventsIn(range).forEach((event, k) => {
    const at = Math.min(x(stampOf(event.date)), width - right + 4);
    numbered = Math.max(at, numbered + 9);   // two events of a week keep two numbers apart
    box.push(svg("path", { class: "event", d: `M${at},${top - 3}V${height - bottom + 4}` }), words(numbered, top - 5, number(k + 1), { class: "small soft", anchor: "middle" }));
  });
  lines.forEach(({ actor, months: list }, k) => {
    const lift = (k - (lines.length - 1) / 2) * 2.5;   // equal positions stay visible side by side
    const drawn = { "": "", " gap": "" };
    list.slice(1).forEach((to, j) => {
      const from = list[j], apart = monthsBetween(from.name, to.name);
      // Nothing was said for more than a quarter, or for a whole period.
      const gap = apart * 30.4 > rules.half_life + 31 && apart > stepMonths;
      drawn[gap ? " gap" : ""] += `M${x(stampOf(from.name))},${y(from.value) + lift}H${x(stampOf(to.name))}V${y(to.value) + lift}`;
    });
    for (const [kind, d] of Object.entries(drawn)) if (d) box.push(svg("path", { class: `line a${actor % 6}${kind}`, d }));
    list.forEach((m) => {
      const mark = actorMark(actor, x(stampOf(m.name)), y(m.value) + lift, 4);
      if (live) {
        const title = svg("title");
        title.textContent = `${actorLabel(actor)}, ${stepLabel(m.name)}: ${S[m.word]} (${statementsCount(m.ids.length)})`;
        mark.append(title);
        mark.classList.add("live");
        // For the mouse alone: by keyboard, the chart's heading opens the same quotes.
        mark.addEventListener("click", () => openEvidence({ kind: "cell", actor, issue }, mark.closest("figure").querySelector("button")));
      }
      box.push(mark);
    });
  });
  // End labels keep 13 px apart, in the order of their lines.
  const ends = lines.map(({ actor, months: list }) => ({ actor, y: y(list[list.length - 1].value) })).sort((a, b) => a.y - b.y);
  ends.forEach((end, k) => { if (k) end.y = Math.max(end.y, ends[k - 1].y + 13); });
  // Those that were pushed out below move up again, and with them only those in their way.
  let floor = height - bottom + 4;
  for (const end of [...ends].reverse()) {
    end.y = Math.min(end.y, floor);
    floor = end.y - 13;
  }
  ends.forEach((end) => {
    box.push(actorMark(end.actor, width - right + 14, end.y, 4), words(width - right + 23, end.y + 4, actorLabel(end.actor), { class: "end", room: right - 23 }));
  });
  return box;
}

function drawShifts(room = {}) {
  const width = room.width ?? 1000, across = room.across ?? 3, all = movedCharts();
  const charts = all.slice(0, room.most ?? Infinity);
  const wide = (width - (across - 1) * 16) / across;
  const high = Math.max(...charts.map((c) => highEnough(room.high ?? 130, c)));
  const box = [];
  if (!charts.length) return picture(width, 20, [words(0, 14, S.shifts_none, { class: "soft", room: width })]);
  const range = timeRange(all);
  charts.forEach((c, k) => {
    const x = (k % across) * (wide + 16), y = Math.floor(k / across) * (high + 26);
    box.push(svg("g", { transform: `translate(${x} ${y})` }, words(0, 14, issueLabel(c.issue), { class: "strong", room: wide }),
      svg("g", { transform: "translate(0 18)" }, chart(c, range, { width: wide, height: high }))));
  });
  let y = Math.ceil(charts.length / across) * (high + 26);
  const marked = eventsIn(range);
  if (marked.length) {
    const lines = [""];
    marked.forEach((e, k) => {
      const said = `${number(k + 1)} ${day(e.date)} ${e.label}   `;
      if (lines[lines.length - 1] && measure(lines[lines.length - 1] + said, 10) > width) lines.push("");
      lines[lines.length - 1] += said;
    });
    box.push(lines.map((line, k) => words(0, y + 10 + k * 13, line.trim(), { class: "small soft", room: width })));
    y += 6 + lines.length * 13;
  }
  return picture(width, y + 4, box);
}
