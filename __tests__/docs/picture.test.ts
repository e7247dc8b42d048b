import { readFileSync } from "node:fs";

const { FILE, drawn, painted } = jest.requireActual<{
  FILE: string;
  drawn: (output: string) => string;
  painted: () => string;
}>("../../tools/picture.js");

/** The characters of an SVG's lines. */
function textOf(svg: string): string {
  return [...svg.matchAll(/<text [^>]*>(.*)<\/text>/g)]
    .map(([, line = ""]) => line.replace(/<[^>]*>/g, ""))
    .join("\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

test("the picture of README.md shows what the command prints", () => {
  const output = painted();
  expect(output).toContain("delivery-policy-unattached");
  expect(readFileSync(FILE, "utf8")).toBe(drawn(output));
}, 60_000);

test("a picture holds the text of a terminal, and no more than that", () => {
  const svg = drawn("\u001b[31merror\u001b[39m: <b> & \u001b[1mname\u001b[22m\n  indented\n");
  expect(textOf(svg)).toBe("$ npx flowgate check infra\n\nerror: <b> & name\n  indented");
  expect(svg).toContain(
    '<tspan class="red">error</tspan>: &lt;b&gt; &amp; <tspan class="strong">name</tspan>',
  );
});
