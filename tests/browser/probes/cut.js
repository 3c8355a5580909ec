// What cannot be read as it is laid out now: wider than the page, cut off, out of its box, one text over
// another. Boxes made to scroll sideways (a region with a name that the keyboard reaches) may be wider,
// but not on paper, where nothing scrolls.
const [onPaper] = arguments;
const SLACK = 1;
const root = document.documentElement;
const width = root.clientWidth;
const faults = [];
const tell = (what, element, text = element.textContent) => faults.push(
  `${what}: <${element.localName} class="${element.className}"> ${text.trim().replace(/\s+/g, " ").slice(0, 60)}`);
const meant = element => !onPaper && element.getAttribute("role") === "region" && element.tabIndex === 0 &&
  (element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby"));
// Text for screen readers only is clipped to a pixel on purpose.
const unseen = element => element.clientWidth <= 1 && element.clientHeight <= 1;

if (document.scrollingElement.scrollWidth > width)
  faults.push(`the page scrolls sideways: ${document.scrollingElement.scrollWidth} px in ${width}`);

for (const element of document.body.querySelectorAll("*")) {
  const style = getComputedStyle(element);
  if (!element.getClientRects().length || style.display === "inline" || unseen(element)) continue;
  const wide = element.scrollWidth > element.clientWidth + SLACK;
  const high = element.scrollHeight > element.clientHeight + SLACK;
  const scrolls = value => value === "auto" || value === "scroll";
  const hides = value => value === "hidden" || value === "clip";
  if (wide && hides(style.overflowX) || high && hides(style.overflowY)) tell("cut off", element);
  if (wide && scrolls(style.overflowX) && !meant(element)) tell("scrolls sideways", element);
  if (onPaper && high && scrolls(style.overflowY)) tell("scrolls on paper", element);
}

const lines = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = texts.nextNode());) {
  if (!node.data.trim()) continue;
  const parent = node.parentElement;
  if (getComputedStyle(parent).visibility !== "visible") continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
  let box = parent, block, scroller, hidden = false;
  for (; box; box = box.parentElement) {
    const display = getComputedStyle(box).display;
    if (!block && !["inline", "contents"].includes(display)) block = box;
    if (!scroller && meant(box)) scroller = box;
    hidden ||= box !== root && unseen(box) && !["inline", "contents"].includes(display);
  }
  if (hidden || !rects.length) continue;
  const [from, to] = scroller
    ? [scroller.getBoundingClientRect().left - scroller.scrollLeft, Infinity] : [0, width];
  if (rects.some(rect => rect.left < from - SLACK || rect.right > to + SLACK))
    tell("beyond the edge", parent, node.data);
  const own = block.getBoundingClientRect();
  if (rects.some(rect => rect.left < own.left - SLACK || rect.right > own.right + SLACK))
    tell("out of its box", parent, node.data);
  for (const rect of rects) lines.push({rect, block, parent, text: node.data});
}

lines.sort((a, b) => a.rect.top - b.rect.top);
lines.forEach((upper, i) => {
  for (let j = i + 1; j < lines.length && lines[j].rect.top < upper.rect.bottom; j++) {
    const lower = lines[j];
    const deep = Math.min(upper.rect.bottom, lower.rect.bottom) - lower.rect.top;
    const across = Math.min(upper.rect.right, lower.rect.right) - Math.max(upper.rect.left, lower.rect.left);
    if (across > 2 && deep > Math.min(upper.rect.height, lower.rect.height) / 3)
      tell(`written over by "${lower.text.trim().slice(0, 30)}"`, upper.parent, upper.text);
  }
});
return faults;
