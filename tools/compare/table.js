// The table of README.md, from results.json.
"use strict";

const BEGIN = "<!-- made by `npm run compare` -->";
const END = "<!-- until here -->";

/** How a form is called where not every one shows a defect. */
const FORM = { tf: "`.tf`", json: "JSON", plan: "the plan" };

/** Most checks that a cell names. */
const NAMED = 2;

/** The Markdown of the results: a table, and what it leaves out. */
function table({ date, tools, inputs, absent }) {
  const defects = inputs.filter(({ right }) => right !== undefined);
  const columns = Object.entries(tools);
  const rows = [
    [
      "",
      ...columns.map(
        ([name, { version, bundle }]) => `${name} ${version}${bundle ? ", flowgate's bundle" : ""}`,
      ),
    ],
    ["---", ...columns.map(() => "---")],
    ...defects.map(({ title, found }) => [title, ...columns.map(([name, tool]) => cell(found[name], tool))]),
    [
      "**found**",
      ...columns.map(
        ([name]) => `**${defects.filter(({ found }) => isFound(found[name])).length} of ${defects.length}**`,
      ),
    ],
  ];
  return [
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    "",
    ...notes({ date, absent, inputs, tools }),
  ].join("\n");
}

function isFound(found) {
  return found.some(({ unlike }) => !unlike);
}

function cell(found, { forms, bundle }) {
  const shown = isFound(found) ? found.filter(({ unlike }) => !unlike) : found;
  if (shown.length === 0) return "";
  if (bundle) return "✓";
  const names = shown.slice(0, NAMED).map(({ check }) => `\`${check}\``);
  if (shown.length > NAMED) names.push(`${shown.length - NAMED} more`);
  if (!isFound(found)) return `(${names.join(", ")})`;
  const where = forms.filter((form) => shown.some((each) => each.forms.includes(form)));
  const partly =
    where.length < forms.length ? `, in ${where.map((form) => FORM[form]).join(" and ")} alone` : "";
  return `✓ ${names.join(", ")}${partly}`;
}

function notes({ date, absent, inputs, tools }) {
  const { found } = inputs.find(({ id }) => id === "guide");
  const ofGuide = Object.entries(found)
    .filter(([name, checks]) => checks.length > 0 && !tools[name].bundle)
    .map(([name, checks]) => `${name} ${checks.map(({ check }) => `\`${check}\``).join(", ")}`);
  const texts = [
    `Run on ${date}.`,
    "In brackets: said of the right input too.",
    ...without("plan", tools),
    ...(absent.length > 0 ? [`Not run, since not installed: ${absent.join(", ")}.`] : []),
  ];
  return [texts.join(" "), "", `Of the guide's Terraform as a whole: ${ofGuide.join("; ")}.`];
}

/** Who was not given plans, where others were. */
function without(form, tools) {
  const having = (each) => each.forms.includes(form);
  const lacking = Object.entries(tools).filter(([, each]) => each.forms.includes("tf") && !having(each));
  if (lacking.length === 0 || !Object.values(tools).some(having)) return [];
  return [`Plans were not given to ${lacking.map(([name]) => name).join(" and ")} in that run.`];
}

/** A page with the table in its place. Throws where the page has no place for it. */
function withTable(page, results) {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no ${BEGIN} ... ${END}`);
  return `${page.slice(0, from)}${BEGIN}\n\n${table(results)}\n\n${page.slice(to)}`;
}

module.exports = { table, withTable };
