import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as flowgate from "../../modules";
import { SIGNALS } from "../../modules/alarm/signals";
import { QUESTIONS } from "../../modules/query/questions";

const text = readFileSync(join(__dirname, "..", "..", "docs", "reading-records.md"), "utf8");
/** The table's cells that say what to look at. */
const looked = [...text.matchAll(/^\|[^|]*\|([^|]*)\|[^|]*\|$/gm)].map(([, cell = ""]) => cell).slice(2);
const named = new Set(
  looked.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = ""]) => name)),
);

test("every question, construct and alarm is the answer to a problem", () => {
  const constructs = ["ReachabilityPath", "AccessScope", "TrafficMirror", "FlowLogAlarms", "estimateCost"];
  const answers = [...QUESTIONS.map(({ id }) => id), ...constructs, "rejectedSsh", "silence", "volume"];
  expect(answers.filter((answer) => !named.has(answer))).toEqual([]);
});

test("the table names nothing that is not there", () => {
  const known = new Set<string>([
    ...QUESTIONS.map(({ id }) => id),
    ...Object.keys(flowgate),
    ...Object.keys(SIGNALS),
    ...Object.keys(flowgate.record.fields),
  ]);
  expect([...named].filter((name) => !known.has(name))).toEqual([]);
});
