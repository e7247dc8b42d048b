// The mutants of a Rego file: each a text that differs in one place from the file's own.
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

/** How a comparison is turned. */
const TURNED = {
  "==": ["!="],
  "!=": ["=="],
  "<": [">=", "<="],
  "<=": [">", "<"],
  ">": ["<=", ">="],
  ">=": ["<", ">"],
};

/**
 * The mutants of a file: `{ rule, row, change, changed }`. `text` is the file, `module` what
 * `opa parse --json-include locations` says of it. `change` names the edit without its place, so that it outlives
 * edits elsewhere; the second of the same kind in one rule is numbered.
 */
function mutantsOf(text, module) {
  const bytes = Buffer.from(text);
  const starts = lineStarts(bytes);
  const mutants = [];
  const seen = new Set();
  const counts = new Map();
  let rule = "";

  const add = (start, length, replacement, change, row) => {
    const edit = `${start} ${length} ${replacement}`;
    if (seen.has(edit)) return;
    seen.add(edit);
    const changed = Buffer.concat([
      bytes.subarray(0, start),
      Buffer.from(replacement),
      bytes.subarray(start + length),
    ]);
    const name = `${rule} ${change}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    mutants.push({
      rule,
      row,
      change: count === 1 ? change : `${change} (${count})`,
      changed: changed.toString(),
    });
  };

  /** Bytes of a node in the file; undefined where the parser's place is not what the file holds there. */
  const placeOf = (node) => {
    const { row, col, text: encoded } = node?.location ?? {};
    if (encoded === undefined) return undefined;
    const own = Buffer.from(encoded, "base64");
    const start = starts[row - 1] + col - 1;
    return bytes.subarray(start, start + own.length).equals(own)
      ? { start, length: own.length, text: own.toString(), row }
      : undefined;
  };

  const replace = (node, replacement, change) => {
    const place = placeOf(node);
    if (place !== undefined) add(place.start, place.length, replacement, change, place.row);
  };

  const expression = (expr) => {
    const place = placeOf(expr);
    if (place === undefined) return;
    const shown = inOneLine(place.text);
    if (expr.negated) replace(expr, place.text.replace(/^not\s+/, ""), `not removed: ${shown}`);
    // The parser gives a rule without body the body `true`, at the place of its value.
    const isImplied = expr.terms?.type === "boolean";
    const isDeclaration = expr.terms?.symbols !== undefined || /^[\w[\], ]+:=/.test(place.text);
    if (isDeclaration || isImplied) return;
    replace(expr, "true", `dropped: ${shown}`);
    const isTurned = Array.isArray(expr.terms) && placeOf(expr.terms[0])?.text in TURNED;
    if (!expr.negated && !isTurned && expr.terms?.domain === undefined)
      replace(expr, `not ${place.text}`, `not put in: ${shown}`);
  };

  const constant = (node) => {
    const place = placeOf(node);
    if (place === undefined) return;
    if (node.type === "number" && /^\d/.test(place.text))
      replace(node, String(Number(place.text) + 1), `${place.text} -> ${Number(place.text) + 1}`);
    if (node.type === "boolean" && /^(true|false)$/.test(place.text))
      replace(node, String(place.text !== "true"), `${place.text} -> ${place.text !== "true"}`);
    // Words are judged by; sentences are read by people.
    if (node.type === "string" && /^"[^"\s]+"$/.test(place.text))
      replace(node, `${place.text.slice(0, -1)}~"`, `${place.text} changed`);
  };

  const members = (node) => {
    const whole = placeOf(node);
    const places = node.value.map(placeOf);
    if (whole === undefined || places.includes(undefined) || places.length < 2) return;
    // The parser gives the members of a set in an order of its own.
    places.sort((a, b) => a.start - b.start);
    places.forEach((place, at) => {
      const next = places[at + 1];
      const before = places[at - 1];
      const start = next === undefined && before !== undefined ? before.start + before.length : place.start;
      const end = next === undefined ? place.start + place.length : next.start;
      add(start, end - start, "", `member dropped: ${inOneLine(place.text)}`, place.row);
    });
  };

  const walk = (node, isFixed = false) => {
    if (Array.isArray(node)) {
      for (const each of node) walk(each, isFixed);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node.body)) for (const expr of node.body) expression(expr);
    if ((node.type === "set" || node.type === "array") && node.value.length > 1) {
      members(node);
      // To drop a constant of a list is to change it.
      for (const each of node.value) walk(each, true);
      return;
    }
    if (node.type === "ref" && node.value?.length === 1) {
      const place = placeOf(node);
      for (const other of TURNED[place?.text] ?? []) replace(node, other, `${place.text} -> ${other}`);
    }
    if (!isFixed && ["number", "string", "boolean"].includes(node.type)) constant(node);
    if (node.type === "object" && Array.isArray(node.value)) {
      for (const [key, value] of node.value) {
        walk(key, true);
        walk(value);
      }
      return;
    }
    for (const [name, member] of Object.entries(node))
      if (name !== "location" && name !== "annotations" && typeof member === "object") walk(member);
  };

  const rules = module.rules ?? [];
  const named = (each) => each.head.name ?? each.head.ref.map(({ value }) => value).join(".");
  for (const each of rules) {
    rule = named(each);
    if (rules.filter((other) => named(other) === rule).length > 1 && !each.default) {
      const place = placeOf(each);
      if (place !== undefined)
        add(place.start, place.length, "", `clause dropped: ${inOneLine(place.text)}`, place.row);
    }
    walk(each);
  }
  return mutants;
}

/** What `mutantsOf` takes as the module of a file. */
function parse(root, file) {
  const options = ["parse", "--format", "json", "--json-include", "locations", file];
  const { stdout, status } = spawnSync(join(root, ".tools", "bin", "opa"), options, {
    cwd: root,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${file} does not parse`);
  return JSON.parse(stdout);
}

function lineStarts(bytes) {
  const starts = [0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return starts;
}

function inOneLine(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
}

module.exports = { mutantsOf, parse };
