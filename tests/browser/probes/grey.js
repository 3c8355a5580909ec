// Texts and lines that are hard to see in black and white: under 7:1 and 3:1 once every colour is the grey
// that a printer or a copier makes of it. Some keep a colour's luminance, some weigh its channels (BT.601):
// the worse of the two counts. Run under print media. A background is sure to be printed only where it
// insists (print-color-adjust); elsewhere a text must be read with it and without it.
const TEXT = 7, LINE = 3;
const faults = new Set();
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const known = new Map();
const colour = css => {  // any CSS colour as [red, green, blue, alpha]
  if (!known.has(css)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(css, [r, g, b, a / 255]);
  }
  return known.get(css);
};
const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
const kept = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
const weighed = ([r, g, b]) => linear((0.299 * r + 0.587 * g + 0.114 * b) / 255);
const contrast = (one, other) => Math.min(...[kept, weighed].map(grey => {
  const [low, high] = [grey(one), grey(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}));
const WHITE = [255, 255, 255, 1];
const lineage = element => element ? [...lineage(element.parentElement), element] : [];
const under = (element, all) => lineage(element).reduce((paper, box) => {
  const style = getComputedStyle(box);
  const printed = all || style.printColorAdjust === "exact" || style.webkitPrintColorAdjust === "exact";
  return printed ? over(colour(style.backgroundColor), paper) : paper;
}, WHITE);
const pictured = element => lineage(element).some(box => getComputedStyle(box).backgroundImage !== "none");
const faint = element => lineage(element).reduce((left, box) => left * getComputedStyle(box).opacity, 1);
const ratio = (css, element, box) => Math.min(...[false, true].map(all => {
  const paper = under(box, all);
  const [r, g, b, a] = colour(css);
  return contrast(over([r, g, b, a * faint(element)], paper), paper);
}));
const tell = (what, found, element, css) => faults.add(
  `${what} ${found.toFixed(1)}:1, ${css}: <${element.localName} class="${element.className}">`);

for (const element of document.body.querySelectorAll("*")) {
  const style = getComputedStyle(element);
  if (!element.getClientRects().length || style.visibility !== "visible") continue;
  const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const inks = own ? [element instanceof SVGElement ? style.fill : style.color] : [];
  for (const pseudo of ["::before", "::after"]) {
    const made = getComputedStyle(element, pseudo);
    if (!["none", "normal", '""'].includes(made.content)) inks.push(made.color);
  }
  for (const ink of inks) {
    if (pictured(element)) faults.add(`text on a picture: <${element.localName}>`);
    const found = ratio(ink, element, element);
    if (found < TEXT) tell("text", found, element, ink);
  }
  for (const side of ["Top", "Right", "Bottom", "Left"]) {
    const css = style[`border${side}Color`];
    if (parseFloat(style[`border${side}Width`]) === 0 || colour(css)[3] === 0) continue;
    const found = ratio(css, element, element.parentElement);
    if (found < LINE) tell("line", found, element, css);
  }
}
return [...faults];
