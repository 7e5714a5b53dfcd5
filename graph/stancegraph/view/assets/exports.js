// Files that a reader takes away: CSV, SVG and PNG, and a link.
function save(blob, name) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  // Long enough for a slow disk; the browser drops what is left when the page goes.
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function exportButtons(name, draw) {
  const button = (label, act, title) => el("button", { type: "button", class: "quiet", title, onclick: act }, label);
  return el("span", { class: "exports", role: "group", "aria-label": S.exports },
    el("span", { class: "muted", "aria-hidden": "true" }, S.exports),
    button(S.csv, saveCsv, S.csv_title),
    draw && button(S.svg, () => saveSvg(name, draw), S.svg_title),
    draw && button(S.png, () => savePng(name, draw), S.png_title));
}

const serialised = (node) => new XMLSerializer().serializeToString(node);

function saveSvg(name, draw) {
  save(new Blob([serialised(standalone(name, draw))], { type: "image/svg+xml" }), `${name}.svg`);
}

async function savePng(name, draw) {
  const node = standalone(name, draw);
  const width = Number(node.getAttribute("width")), height = Number(node.getAttribute("height"));
  // Twice the size for print; browsers give up on canvases much beyond 16,000 pixels.
  const scale = Math.min(2, 16000 / Math.max(width, height));
  const url = URL.createObjectURL(new Blob([serialised(node)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    const canvas = el("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
    if (!blob) throw new Error("no picture");
    save(blob, `${name}.png`);
  } catch {
    say(S.png_failed);
  } finally {
    URL.revokeObjectURL(url);
  }
}

const CSV = {
  date: dateOf, date_precision: (i) => pooled(C.precision[i]), actor: (i) => data.actors[C.actor[i]].id,
  holder: (i) => pooled(C.holder[i]), issue: (i) => data.issues[C.issue[i]].id, stance: (i) => STANCES[C.stance[i]],
  condition: (i) => pooled(C.condition[i]), attribution: (i) => ATTRIBUTIONS[C.attribution[i]],
  attributed_by: (i) => (C.by[i] < 0 ? null : data.actors[C.by[i]].id), time: (i) => (C.past[i] ? "past" : "current"),
  speech_act: (i) => pooled(C.act[i]), confidence: (i) => C.confidence[i], counts: (i) => (C.counts[i] ? "yes" : "no"),
  quote: quoteOf, article: (i) => articleOf(i).id, position: (i) => C.number[i], title: (i) => articleOf(i).title,
  publisher: publisherOf, url: (i) => articleOf(i).url,
};

function saveCsv() {
  // A spreadsheet runs what begins like a formula: such a value gets an apostrophe.
  const guard = (text) => (/^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text);
  const field = (value) => `"${(typeof value === "number" ? String(value) : guard(String(value ?? ""))).replaceAll('"', '""')}"`;
  const lines = shown.map((i) => Object.values(CSV).map((of) => field(of(i))).join(","));
  const text = `\ufeff${[Object.keys(CSV).join(","), ...lines].join("\r\n")}\r\n`;
  save(new Blob([text], { type: "text/csv;charset=utf-8" }), "statements.csv");
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    say(S.copied);
  } catch {
    // Where the clipboard is closed to pages, the old way may still be open.
    const box = el("textarea", { class: "sr", "aria-hidden": "true", tabindex: "-1" });
    box.value = location.href;
    document.body.append(box);
    box.select();
    say(document.execCommand("copy") ? S.copied : S.copy_failed);
    box.remove();
    byId("copy").focus();
  }
}

function say(text) {
  byId("said").textContent = text;
}
