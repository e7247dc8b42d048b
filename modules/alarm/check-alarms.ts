import { FlowLogs } from "../flow-logs";
import { checkHome } from "../placement/check-home";
import { checkList } from "../refusal/list";
import { isDeferred, shown, type Loose, type Problems } from "../refusal/problems";
import { cannotTell, PERIODS, SIGNALS, type SignalName } from "./signals";

/** Numbers and periods that each alarm takes. */
const TAKES: Readonly<Record<SignalName, readonly string[]>> = {
  rejectedSsh: ["atLeast", "withinSeconds"],
  rejectedTraffic: ["atLeast", "withinSeconds"],
  silence: ["afterSeconds"],
  volume: ["gigabytesPerDay"],
};

const EXAMPLES: Readonly<Record<SignalName, string>> = {
  rejectedSsh: "an object such as { atLeast: 10 }",
  rejectedTraffic: "an object such as { atLeast: 1000 }",
  silence: "an object such as { afterSeconds: 1800 }",
  volume: "an object such as { gigabytesPerDay: 10 }",
};

const TOPIC_ARN = /^arn:[a-z-]+:\S+$/;

function checkSettings(prop: string, settings: Loose, taken: readonly string[], problems: Problems): void {
  problems.onlyKeys(`${prop}.`, settings, taken);
  for (const name of taken) {
    const value = settings[name];
    if (value === undefined || isDeferred(value)) continue;
    if (name === "withinSeconds") problems.oneOf(`${prop}.${name}`, value, PERIODS);
    else if (name === "afterSeconds") {
      if (!(
        typeof value === "number" &&
        Number.isInteger(value) &&
        value % 300 === 0 &&
        value > 0 &&
        value <= 86400
      ))
        problems.add(`${prop}.${name}`, `is ${shown(value)}; give a multiple of 300 up to 86400`);
    } else if (!(typeof value === "number" && Number.isFinite(value) && value > 0))
      problems.add(`${prop}.${name}`, `is ${shown(value)}; give a number above 0`);
  }
}

function checkSignal(
  prop: SignalName,
  value: unknown,
  flowLogs: FlowLogs | undefined,
  problems: Problems,
): void {
  if (value === undefined || value === "off") return;
  const settings = problems.object(prop, value, `"off", or ${EXAMPLES[prop]}`);
  if (settings === undefined) return;
  checkSettings(prop, settings, TAKES[prop], problems);
  const reason = flowLogs === undefined ? undefined : cannotTell(SIGNALS[prop], flowLogs);
  if (reason !== undefined) problems.add(prop, `is asked for, and ${reason}`);
}

/** The FlowLogs, where its records can be watched. */
function checkFlowLogs(flowLogs: unknown, alias: string, problems: Problems): FlowLogs | undefined {
  if (!(flowLogs instanceof FlowLogs)) {
    problems.add("flowLogs", `is ${shown(flowLogs)}; give the FlowLogs to watch`);
    return undefined;
  }
  if (flowLogs.destinationType === "cloud-watch-logs") {
    checkHome(flowLogs.logGroup, alias, problems);
    return flowLogs;
  }
  problems.add(
    "flowLogs",
    "does not deliver to CloudWatch Logs, which alone can count records; give one that does",
  );
  return undefined;
}

/** What `FlowLogAlarms` can be made from. */
export function checkAlarms(props: Loose, problems: Problems, alias: string): void {
  const flowLogs = checkFlowLogs(props["flowLogs"], alias, problems);
  for (const prop of Object.keys(SIGNALS) as SignalName[]) checkSignal(prop, props[prop], flowLogs, problems);
  checkList("notify", props["notify"], "the ARNs of SNS topics", problems, (prop, arn) => {
    problems.matching(prop, arn, TOPIC_ARN, "an ARN, such as arn:aws:sns:eu-west-1:123456789012:TOPIC");
  });
  problems.oneOf("dashboard", props["dashboard"], ["create", "none"]);
  if (props["name"] !== undefined)
    problems.matching("name", props["name"], /^[\w-]{1,200}$/, "1 to 200 letters, digits, _ and -");
}
