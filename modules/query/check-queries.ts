import { FlowLogs } from "../flow-logs";
import { checkHome } from "../placement/check-home";
import { checkList } from "../refusal/list";
import { isDeferred, shown, type Loose, type Problems } from "../refusal/problems";

const ATHENA = [
  "accounts",
  "regions",
  "since",
  "scanLimitGigabytes",
  "results",
  "name",
  "forceDestroy",
] as const;

/** The first day of a table: a real one. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

function checkAthena(value: unknown, problems: Problems): void {
  const athena = problems.object("athena", value, "an object such as { scanLimitGigabytes: 10 }");
  if (athena === undefined) return;
  problems.onlyKeys("athena.", athena, ATHENA);
  const { accounts, regions, since, scanLimitGigabytes: limit, results, name } = athena;
  checkList("athena.accounts", accounts, "a list of account ids", problems, (prop, account) => {
    problems.matching(prop, account, /^\d{12}$/, "an account id of 12 digits");
  });
  checkList("athena.regions", regions, 'a list such as ["eu-west-1"]', problems, (prop, region) => {
    problems.matching(prop, region, /^[a-z]{2}(-[a-z]+)+-\d$/, "a region, such as eu-west-1");
  });
  if (since !== undefined && !(typeof since === "string" && isDay(since)))
    problems.add("athena.since", `is ${shown(since)}; give a day such as 2026-01-01`);
  // Athena's least is 10,000,000 bytes.
  if (limit !== undefined && !(typeof limit === "number" && Number.isFinite(limit) && limit >= 0.01))
    problems.add("athena.scanLimitGigabytes", `is ${shown(limit)}; give a number from 0.01 on`);
  // Its bucket has to be seen, also where its name is a reference.
  if (results !== undefined && !(typeof results === "string" && /^s3:\/\/[^/]+\/(.*\/)?$/s.test(results)))
    problems.add(
      "athena.results",
      `is ${shown(results)}; give a folder that ends in a slash, such as s3://BUCKET/results/`,
    );
  if (name !== undefined)
    problems.matching(
      "athena.name",
      name,
      /^[a-z][a-z0-9_]{0,127}$/,
      "1 to 128 lower-case letters, digits and _",
    );
  problems.boolean("athena.forceDestroy", athena["forceDestroy"]);
}

function checkPort(port: unknown, problems: Problems): void {
  if (port === undefined) return;
  if (typeof port === "number" && Number.isInteger(port) && port >= 0 && port <= 65535 && !isDeferred(port))
    return;
  problems.add("port", `is ${shown(port)}; give a whole number from 0 to 65535`);
}

/** What `FlowLogQueries` can be made from. */
export function checkQueries(props: Loose, problems: Problems, alias: string): void {
  const { flowLogs, name, athena } = props;
  const given = flowLogs instanceof FlowLogs ? flowLogs : undefined;
  if (given === undefined)
    problems.add("flowLogs", `is ${shown(flowLogs)}; give the FlowLogs whose records are asked`);
  else if (given.destinationType === "kinesis-data-firehose")
    problems.add(
      "flowLogs",
      "delivers to Firehose, where nothing can be asked; give one that delivers to CloudWatch Logs or S3",
    );
  else if (given.destinationType === "cloud-watch-logs") checkHome(given.logGroup, alias, problems);
  checkPort(props["port"], problems);
  if (name !== undefined)
    problems.matching("name", name, /^[\w./-]{1,200}$/, "1 to 200 letters, digits and _-./");
  if (athena === undefined) return;
  if (given !== undefined && given.destinationType !== "s3")
    problems.add("athena", "is given, and the records are not in a bucket; leave it out");
  else checkAthena(athena, problems);
}
