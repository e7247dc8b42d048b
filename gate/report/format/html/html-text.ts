import { visible } from "../../visible";

/** A text as HTML may hold it, between tags or in a quoted attribute. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element; attributes are escaped, content is HTML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly string[]
): string {
  const given = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${htmlText(value)}"`,
  );
  return `<${name}${given.join("")}>${content.join("")}</${name}>`;
}

/** A table with a caption; the first cell of a row heads it. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = heads.map((text) => element("th", { scope: "col" }, htmlText(text)));
  const body = rows.map(([first = "", ...cells]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      ...cells.map((cell) => element("td", {}, cell)),
    ),
  );
  const parts = [
    element("caption", {}, htmlText(caption)),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  ];
  // Wide tables scroll by themselves, so that the page does not; what scrolls can be reached by keyboard.
  return element(
    "section",
    { class: "scroll", "aria-label": caption, tabindex: "0" },
    element("table", {}, ...parts),
  );
}

/** A part of the page under a heading of its own. */
export function section(id: string, title: string, ...content: readonly string[]): string {
  return element("section", { "aria-labelledby": id }, element("h2", { id }, htmlText(title)), ...content);
}
