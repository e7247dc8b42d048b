import type { Resource } from "../../read/resource";
import { logGroupArn, namedLogGroupArn } from "../reference/amazon-name";
import type { Named } from "../directory";
import type { LogGroups } from "../log-group/log-group";
import type { TextValue } from "../model";
import type { Resolver } from "../reference/resolver";
import { placeOf } from "../subject";
import type { Text } from "../text/text";
import { literalOf } from "../text/text-parts";

/** The log group that a flow log writes to. */
export interface LogDestination {
  readonly named: Named;
  /** As the source says it; "" when absent. */
  readonly given: string;
  /** The group's ARN without `:*`, where it can be told which group that is. */
  readonly arn?: Text;
  /** The same for people; "" where it is not known. */
  readonly shown: string;
}

const ALL_STREAMS = /:\*$/;

/** Reads `log_destination`, or `log_group_name`, which providers before 6.0 take in its place. */
export function readLogDestination(
  resolver: Resolver,
  groups: LogGroups,
  flowLog: Resource,
  type: TextValue,
): LogDestination {
  const { log_destination: destination = null, log_group_name: name = null } = flowLog.attributes;
  const given = typeof (destination ?? name) === "string" ? String(destination ?? name) : "";
  if (type.state === "known" && type.value !== "cloud-watch-logs")
    return { named: { state: given === "" ? "none" : "external" }, given, shown: "" };
  const place = placeOf(flowLog);
  const byName = destination === null && name !== null;
  let arn: Text | undefined;
  const asArn = (text: Text): Text | undefined =>
    (arn = byName ? namedLogGroupArn(resolver, flowLog, text) : asLogGroupArn(text));
  const named = groups.directory.find(destination ?? name, place, byName ? ["name", "id"] : ["arn"], asArn);
  if (named.state === "resolved") {
    arn = logGroupArn(resolver, named.resource, named.instance);
    const local = named.resource.source === flowLog.source && !byName;
    const written = local ? given.replace(ALL_STREAMS, "") : `\${${named.resource.address}.arn}`;
    return { named, given, arn, shown: literalOf(arn) ?? written };
  }
  if (named.state !== "external" || arn === undefined) return { named, given, shown: "" };
  return { named, given, arn, shown: literalOf(arn) ?? (byName ? "" : given.replace(ALL_STREAMS, "")) };
}

/** Undefined for anything that is no ARN of a log group. */
function asLogGroupArn(text: Text): Text | undefined {
  if (!/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:/.test(outline(text)) && !isOneReference(text))
    return undefined;
  const last = text.at(-1);
  if (typeof last !== "string" || !ALL_STREAMS.test(last)) return text;
  const rest = last.replace(ALL_STREAMS, "");
  return rest === "" ? text.slice(0, -1) : [...text.slice(0, -1), rest];
}

function outline(text: Text): string {
  return text.map((part) => (typeof part === "string" ? part : "~")).join("");
}

function isOneReference(text: Text): boolean {
  return typeof text[0] === "object" && (text.length === 1 || (text.length === 2 && text[1] === ":*"));
}
