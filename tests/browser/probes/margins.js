// The margins of the paper as @page sets them, in millimetres; a browser's own where it does not.
const UNITS = {mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, px: 25.4 / 96};
const margins = {top: 10, right: 10, bottom: 10, left: 10};
const read = rules => {
  for (const rule of rules) {
    if (rule instanceof CSSPageRule) {
      for (const side in margins) {
        const set = rule.style.getPropertyValue(`margin-${side}`).match(/^([\d.]+)(\w*)$/);
        if (set) margins[side] = set[1] * (UNITS[set[2]] ?? 1);
      }
    } else if (rule.cssRules) read(rule.cssRules);
  }
};
for (const sheet of document.styleSheets) read(sheet.cssRules);
return margins;
