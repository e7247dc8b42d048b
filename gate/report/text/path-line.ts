import { stationsOf, type Station } from "../format/stations";
import type { FlowLogPath, Link } from "../report";
import { visible } from "../visible";
import type { Sheet } from "./sheet";

/**
 * The delivery path of flow logs in one line, or in as many as a narrow terminal needs:
 * `vpc main -> flow log -> role delivery -x policy broken x-> log group records`. Where their paths differ in more than
 * names there is none.
 */
export function pathLine(flowLogs: readonly FlowLogPath[], { paint, wide }: Sheet): string[] {
  const [first] = flowLogs;
  if (first === undefined) return [];
  const shape = shapeOf(first);
  if (flowLogs.some((path) => shapeOf(path) !== shape)) return [];
  const ways = flowLogs.map((path) => stationsOf(path));
  const parts = stationsOf(first).map((station, at) => {
    const labels = new Set(ways.map((stations) => stations[at]?.label ?? ""));
    const name = nameOf(station, flowLogs.length, labels.size);
    const arrow = at === 0 ? undefined : arrowOf(station, first);
    return { name, arrow };
  });
  const lines: { shown: string; length: number }[] = [];
  for (const { name, arrow } of parts) {
    const lead = arrow === undefined ? "" : `${arrow.text} `;
    const painted = arrow?.tone === undefined ? `${lead}${name}` : `${paint(arrow.tone, arrow.text)} ${name}`;
    const length = lead.length + name.length;
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + length <= wide) {
      line.shown += ` ${painted}`;
      line.length += 1 + length;
    } else {
      const indent = line === undefined ? "  " : "    ";
      lines.push({ shown: indent + painted, length: indent.length + length });
    }
  }
  return lines.map(({ shown }) => shown);
}

/** What paths must have in common to be drawn as one. */
function shapeOf(path: FlowLogPath): string {
  const kinds = stationsOf(path).map((station) => kindOf(station).kind);
  return [path.brokenAt, path.unknownAt, ...kinds].join();
}

function arrowOf(
  { brokenBy }: Station,
  { brokenAt, unknownAt }: FlowLogPath,
): { text: string; tone?: "error" | "undecided" } {
  const leads = (link: Link | undefined): boolean => link !== undefined && brokenBy.includes(link);
  if (leads(brokenAt)) return { text: `-x ${brokenAt ?? ""} broken x->`, tone: "error" };
  if (leads(unknownAt)) return { text: `-? ${unknownAt ?? ""} unknown ?->`, tone: "undecided" };
  return { text: "->" };
}

/** `vpc main`, or `50 vpcs` where each flow log has one of its own. */
function nameOf(station: Station, flowLogs: number, labels: number): string {
  const { kind, name } = kindOf(station);
  if (station.kind === "flow log") return flowLogs === 1 ? kind : `${flowLogs} ${kind}s`;
  if (labels > 1) return `${labels} ${/y$/.test(kind) ? kind.replace(/y$/, "ie") : kind}s`;
  return visible(name === undefined ? `(${kind} not in the input)` : `${kind} ${name}`);
}

/** A resource's kind in words, and its name without the module that it is in: the findings tell its whole address. */
function kindOf({ kind, label }: Station): { kind: string; name?: string } {
  const [, type, name] = ADDRESS.exec(label) ?? [];
  const generic = kind === "role" || kind === "policy" || kind === "flow log" ? kind : undefined;
  if (type === undefined || name === undefined) return { kind: generic ?? kind.replace("captured", "scope") };
  return { kind: generic ?? KINDS.get(type) ?? type.replace(/^aws_/, "").replaceAll("_", " "), name };
}

const ADDRESS = /^(?:module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.)*(?:data\.)?([a-z]\w*)\.([^.].*)$/s;

const KINDS: ReadonlyMap<string, string> = new Map([
  ["aws_default_vpc", "vpc"],
  ["aws_network_interface", "interface"],
  ["aws_ec2_transit_gateway", "transit gateway"],
  ["aws_ec2_transit_gateway_vpc_attachment", "transit gateway attachment"],
  ["aws_cloudwatch_log_group", "log group"],
  ["aws_s3_bucket", "bucket"],
  ["aws_kinesis_firehose_delivery_stream", "delivery stream"],
]);
