// What a judge finds in an input that it does not find in the one that differs in the defect alone: so a check counts
// for the defect that sets it off, whatever it is called, and none counts that complains of what is right as well.
"use strict";
const { createHash } = require("node:crypto");

/** The order in which forms are told. */
const FORMS = ["tf", "json", "plan", "cloudFormation"];

/**
 * @param {object} judge
 * @param {Map<string, Record<string, string>>} written What is judged: the paths of each input, by id and form.
 * @returns {Map<string, Record<string, { check: string, subject: string, detail?: string }[]>>} By id and form.
 */
function findings(judge, written) {
  const found = new Map([...written.keys()].map((id) => [id, {}]));
  for (const form of FORMS.filter((each) => judge.judge[each] !== undefined)) {
    const having = [...written].filter(([, paths]) => paths[form] !== undefined);
    if (having.length === 0) continue;
    const all = judge.judge[form](having.map(([, paths]) => paths));
    having.forEach(([id], at) => (found.get(id)[form] = all[at]));
  }
  return found;
}

/**
 * The checks that a defect sets off, each with the forms that show it. `unlike`: reported of the right input too, where
 * it says something else of it.
 */
function setOff(defective, right) {
  const checks = new Map();
  for (const [form, all] of Object.entries(defective)) {
    const before = right[form];
    for (const { check, subject, detail } of all) {
      const same = before.filter((each) => each.check === check && each.subject === subject);
      if (same.some((each) => each.detail === detail)) continue;
      const found = checks.get(check) ?? { check, forms: [], ...(same.length > 0 && { unlike: true }) };
      if (!found.forms.includes(form)) found.forms.push(form);
      checks.set(check, found);
    }
  }
  return [...checks.values()].sort((a, b) => (a.check < b.check ? -1 : 1));
}

/** Tells whether an input is still the one that was judged. */
function hashOf({ tf, cloudFormation }) {
  return createHash("sha256").update(JSON.stringify({ tf, cloudFormation })).digest("hex").slice(0, 16);
}

module.exports = { findings, hashOf, setOff };
