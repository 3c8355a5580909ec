// Marks the page so that its PDF tells where things stand: Chromium writes a destination, with its sheet,
// for whatever a link in the page points to. Nothing visible changes. What comes back names the marks of
// headings (and what leads a table in) with what follows them, and of all parts of each signature block.
const LEADS = "h1, h2, h3, h4, h5, h6, [role=heading], caption, thead";
const FILLED = "img, svg, canvas, hr, input, [role=img]";
const elements = [...document.body.querySelectorAll("*")];
const links = document.createElement("div");
links.hidden = true;
let count = 0;
const mark = element => {
  element.id ||= `mark-${++count}`;
  const link = document.createElement("a");
  link.href = `#${element.id}`;
  links.append(link);
  return element.id;
};
const end = element => {  // where it ends: a point after its last line, which takes no room
  const point = document.createElement("span");
  point.style.position = "absolute";
  element.append(point);
  return mark(point);
};
const shown = element => element.getClientRects().length > 0;
const filled = element => shown(element) && (
  element.matches(FILLED) ||
  [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) ||
  (!element.childElementCount && element.getBoundingClientRect().height > 8));
const text = element => element.innerText.trim().replace(/\s+/g, " ").slice(0, 60);

const headings = elements.flatMap((element, i) => {
  if (!element.matches(LEADS) || !shown(element)) return [];
  const next = elements.slice(i + 1).find(other => !element.contains(other) && filled(other));
  return next ? [{text: text(element), start: mark(element), next: mark(next)}] : [];
});
const signatures = elements.filter(element => element.matches(".signature") && shown(element)).map(block => {
  const parts = [block, ...block.querySelectorAll("*")].filter(shown).map(mark);
  return {text: text(block), parts: [...parts, end(block)]};
});
document.body.append(links);
return {headings, signatures};
