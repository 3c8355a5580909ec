// How the page is built: landmarks, headings, tables.
const shown = element => element.getClientRects().length > 0;
const all = selector => [...document.querySelectorAll(selector)].filter(shown);
const line = element => element.outerHTML.slice(0, 100);
const named = element =>
  element.getAttribute("aria-label")?.trim() ||
  (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)
    .map(id => document.getElementById(id)?.textContent.trim()).join("") ||
  element.caption?.textContent.trim();
const tables = all("table").filter(t => !["none", "presentation"].includes(t.getAttribute("role")));
return {
  language: document.documentElement.lang,
  title: document.title.trim(),
  mains: all("main, [role=main]").length,
  headings: all("h1, h2, h3, h4, h5, h6, [role=heading]").map(heading => [
    Number(heading.getAttribute("aria-level") ?? heading.localName.slice(1)),
    heading.textContent.trim(),
  ]),
  tables: tables.length,
  namelessTables: tables.filter(table => !named(table)).map(line),
  headlessTables: tables.filter(table => !table.querySelector("th")).map(line),
  headersWithoutScope: all("th")
    .filter(th => !["col", "row", "colgroup", "rowgroup"].includes(th.scope)).map(line),
};
