/**
 * What `terraform show -json` prints, with what is another each time put in order: moto's ids and Terraform's names are
 * numbered as they come, the time of the run is a fixed one, and lists in no order are sorted.
 */
"use strict";

/** What is made up on each run. The ids that a case itself writes are none of these: `0123456789abcdef`, `1234abcd-`. */
const MADE_UP = [
  { pattern: /((?:acl|dopt|eni|fl|igw|rtb|sg|sgr|subnet|vpc)-)(?!0123456789abcdef)([0-9a-f]{8,17})\b/g },
  {
    pattern: /()\b(?!1234abcd-)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/g,
    of: "uuid",
  },
  // A time of 18 digits and a count, as Terraform names what has no name.
  { pattern: /()\b(20\d{16}[0-9a-f]{8})\b/g, of: "name" },
];
/** Ids of IAM in a form of moto's own, by what they are called. */
const IAM_IDS = new Set(["policy_id", "unique_id"]);
const TIME = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;
const DAY = 24 * 60 * 60 * 1000;

/** @param {string} shown @param {Date} now the time of the run: what is not far from it is the run's. */
function stable(shown, now) {
  const parsed = JSON.parse(shown);
  const isOfRun = (time) => Math.abs(Date.parse(time) - now.getTime()) < DAY;
  const iam = new Map();
  const numberedIam = (id) => {
    if (!iam.has(id)) iam.set(id, iam.size + 1);
    return `A${numbered(iam.get(id), id.slice(1))}`;
  };
  let text = JSON.stringify(parsed, (key, value) => {
    if (key === "relevant_attributes") return sorted(value, ["resource", "attribute"]);
    // A set, which Terraform puts in the order of the names that it made up.
    if (key === "inline_policy" && Array.isArray(value)) return sorted(value, ["policy"]);
    return IAM_IDS.has(key) && typeof value === "string" ? numberedIam(value) : value;
  }).replace(TIME, (time) => (isOfRun(time) ? "2026-01-01T00:00:00Z" : time));
  for (const { pattern, of } of MADE_UP) {
    const known = new Map();
    text = text.replace(pattern, (_, kind, id) => {
      if (!known.has(kind + id)) known.set(kind + id, known.size + 1);
      return kind + numbered(known.get(kind + id), id, of);
    });
  }
  return `${text}\n`;
}

/** A number in the form of the id that it stands for. */
function numbered(number, id, of) {
  const digits = String(number).padStart(id.length, "0");
  if (of === "uuid") return `00000000-0000-4000-8000-${digits.slice(-12)}`;
  return of === "name" ? `2026010100000000${digits.slice(-10)}` : digits;
}

function sorted(list, names) {
  const key = (each) => JSON.stringify(names.map((name) => each[name]));
  return [...list].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

module.exports = { stable };
