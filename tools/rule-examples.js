// What the rule book and `flowgate explain` show of a rule: what to avoid, and what to prefer in its place.
//
// `docs/rule-examples/world.tf` is a configuration that every rule passes. `RULE.avoid.tf` holds resources that take the
// place of those of the same address, or are added; a comment may name what goes (`# without ADDRESS, ADDRESS`) or the
// settings that the rule needs (`# flowgate.json: {...}`). What to prefer is `RULE.prefer.tf`, or what the world has.
// `RULE.avoid.json` and `RULE.prefer.json` are settings, judged with a retention that is too short.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const FOLDER = path.join(__dirname, "..", "docs", "rule-examples");
const BLOCK = /^(resource|data) "(.+)" "(.+)" \{\n(?:[^}].*\n|\n)*\}\n/gm;

function read(name) {
  const file = path.join(FOLDER, name);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}

/** The top-level blocks of a file as `terraform fmt` leaves it, by address. */
function blocks(text) {
  return new Map(
    [...text.matchAll(BLOCK)].map(([block, kind, type, name]) => [
      `${kind === "data" ? "data." : ""}${type}.${name}`,
      block,
    ]),
  );
}

const world = read("world.tf");
const worldBlocks = blocks(world);

/** The world with a part of it replaced. */
function worldWith(part, without = []) {
  const gone = [...blocks(part).keys(), ...without].map((address) => worldBlocks.get(address) ?? "");
  return `${gone.reduce((text, block) => text.replace(block, ""), world)}\n${part}`;
}

/**
 * The example of a rule, or undefined where it has none: the texts to `avoid` and to `prefer` (undefined: leave it out),
 * their `language`, the `addresses` that they are about, and what each is judged as: `wrong` and `right`, with the text
 * of the whole configuration and its settings.
 */
function ruleExample(id) {
  const avoid = read(`${id}.avoid.tf`);
  if (avoid === undefined) return settingsExample(id);
  const without = /^# without (.+)$/m.exec(avoid)?.[1].split(", ") ?? [];
  const settings = JSON.parse(/^# flowgate\.json: (.+)$/m.exec(avoid)?.[1] ?? "{}");
  const own = read(`${id}.prefer.tf`);
  const addresses = [...blocks(avoid).keys()];
  const replaced = [...addresses, ...without].flatMap((address) => worldBlocks.get(address) ?? []);
  return {
    language: "hcl",
    avoid,
    prefer: own ?? (replaced.length === 0 ? undefined : replaced.join("\n")),
    addresses,
    wrong: { text: worldWith(avoid, without), settings },
    right: { text: own === undefined ? world : worldWith(own), settings },
  };
}

function settingsExample(id) {
  const [avoid, prefer] = [read(`${id}.avoid.json`), read(`${id}.prefer.json`)];
  if (avoid === undefined || prefer === undefined) return undefined;
  const text = worldWith(read("retention-too-short.avoid.tf"));
  const judged = (settings) => ({ text, settings: JSON.parse(settings) });
  const addresses = JSON.parse(prefer).waivers.map(({ address }) => address);
  return { language: "json", avoid, prefer, addresses, wrong: judged(avoid), right: judged(prefer) };
}

module.exports = { ruleExample, world };
