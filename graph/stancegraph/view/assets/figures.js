// Pictures that stand alone: for SVG and PNG files, and for paper.
const MARGIN = 24;

const context = document.createElement("canvas").getContext("2d");
let family = "sans-serif";

function measure(text, size, bold = false) {
  context.font = `${bold ? 600 : 400} ${size}px ${family}`;
  return context.measureText(text).width;
}

// Text that fits its room; what doesn't is cut at the end, and shows that it is.
function words(x, y, text, { class: name = "", anchor = "start", room = Infinity } = {}) {
  const size = name.includes("small") ? 10 : name.includes("end") ? 11 : 12, bold = /strong|heading/.test(name);
  let said = text;
  if (room < Infinity && measure(said, size, bold) > room) {
    const letters = [...text];
    while (letters.length > 1 && measure(`${letters.join("")}…`, size, bold) > room) letters.pop();
    said = `${letters.join("").trimEnd()}…`;
  }
  // XML, unlike HTML's text nodes, has no place for control characters.
  const node = svg("text", { x, y, "text-anchor": anchor, class: `words ${name}` });
  node.textContent = said.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
  return node;
}

function picture(width, height, kids) {
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, preserveAspectRatio: "xMidYMin meet", class: "picture" }, kids);
}

// What a stylesheet says is written into the picture, in the light colours.
const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "opacity"];

function standalone(name, draw) {
  const home = byId("figures");
  const inner = draw({ width: 1000 });
  const width = inner.viewBox.baseVal.width, height = inner.viewBox.baseVal.height;
  const head = [data.title, S[`tab_${name}`], filtersInWords() && t("filtered", { filters: filtersInWords() })].filter(Boolean);
  const top = MARGIN + head.length * 17;
  inner.setAttribute("x", MARGIN);
  inner.setAttribute("y", top);
  const whole = picture(width + 2 * MARGIN, top + height + MARGIN + 14, [
    svg("rect", { width: width + 2 * MARGIN, height: top + height + MARGIN + 14, class: "paper" }),
    head.map((line, k) => words(MARGIN, MARGIN + 4 + k * 17, line, { class: k ? "soft" : "strong", room: width })),
    inner, words(MARGIN, top + height + MARGIN, scopeInWords(), { class: "small soft", room: width })]);
  home.replaceChildren(whole);
  for (const node of [whole, ...whole.querySelectorAll("*")]) {
    const style = getComputedStyle(node);
    for (const property of STYLES) {
      const value = style.getPropertyValue(property);
      if (value) node.setAttribute(property, value);
    }
    node.removeAttribute("class");
  }
  home.replaceChildren();
  return whole;
}
