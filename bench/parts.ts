/**
 * One check in one process, step by step: milliseconds and resident memory after each. `node dist/bench/parts.js FOLDER`
 */
const begun = performance.now();
import { judge } from "../gate/judge/judge";
import { readCatalogue } from "../gate/judge/catalogue";
import { buildModel } from "../gate/model/build";
import { findDocuments } from "../gate/read/find";
import { readDocuments } from "../gate/read/read";
import { assembleReport } from "../gate/report/assemble";

function step<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  const took = performance.now() - start;
  const mebibytes = process.memoryUsage.rss() / 2 ** 20;
  console.log(`  ${name.padEnd(12)}${took.toFixed(0).padStart(6)} ms${mebibytes.toFixed(0).padStart(6)} MiB`);
  return result;
}

console.log(`  ${"start".padEnd(12)}${begun.toFixed(0).padStart(6)} ms`);

const settings = {};
const { documents } = step("find", () => findDocuments([process.argv[2] ?? "cdktf.out"]));
const { configuration } = step("read", () => readDocuments(documents));
const model = step("model", () => buildModel(configuration));
const judgement = step("judge", () => judge(model, settings));
step("report", () =>
  assembleReport({ configuration, model, settings, catalogue: readCatalogue(), ...judgement }),
);
