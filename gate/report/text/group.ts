import type { Ref } from "../../model/model";
import { keyOf } from "../delivery-path";
import type { Finding, FlowLogPath, Report } from "../report";
import { type Block, foldFindings } from "./fold";

/** Findings under one heading. */
export interface Group {
  /** That the findings name; none for what is about no flow log. */
  readonly flowLogs: readonly FlowLogPath[];
  /** Positions of the sources that it is about; -1 is the settings file. */
  readonly sources: readonly number[];
  readonly blocks: readonly Block[];
}

/**
 * The findings of a report by the flow logs that they name: first those of flow logs, source by source, then the others.
 * A finding of what several flow logs share stands once, under all of them.
 */
export function groupFindings(report: Report): readonly Group[] {
  const positions = new Map(report.flowLogs.map((path, at) => [keyOf(path), at]));
  const groups = new Map<string, { named: readonly number[]; blocks: Block[] }>();
  const isOfFlowLog = (finding: Finding): boolean => flowLogsOf([finding], positions).length > 0;
  for (const block of foldFindings(report.findings, isOfFlowLog)) {
    const named = flowLogsOf([block.finding, ...block.alike], positions);
    const key = named.length > 0 ? named.join() : `source ${String(block.finding.source)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { named, blocks: [block] });
    else group.blocks.push(block);
  }
  return inOrder([...groups.values()].map(({ named, blocks }) => groupOf(named, blocks, report)));
}

/** Positions of the flow logs that findings name. */
function flowLogsOf(findings: readonly Finding[], positions: ReadonlyMap<string, number>): number[] {
  const named = new Set<number>();
  for (const finding of findings)
    for (const ref of [refOf(finding), ...finding.related]) {
      const at = positions.get(keyOf(ref));
      if (at !== undefined) named.add(at);
    }
  return [...named].sort((one, other) => one - other);
}

function refOf({ source = -1, address }: Finding): Ref {
  return { source, address };
}

function groupOf(named: readonly number[], blocks: readonly Block[], { flowLogs }: Report): Group {
  const paths = named.flatMap((at) => flowLogs[at] ?? []);
  const subjects = blocks.flatMap(({ finding, alike }) => [finding, ...alike].map(refOf));
  const sources = new Set((paths.length > 0 ? paths : subjects).map(({ source }) => source));
  return { flowLogs: paths, sources: [...sources], blocks: byWeight(blocks, new Set(paths.map(keyOf))) };
}

/** What fails before what does not; of these, what is said of the flow log itself before what is said of its parts. */
function byWeight(blocks: readonly Block[], headed: ReadonlySet<string>): readonly Block[] {
  const weight = ({ finding }: Block): number => {
    const { verdict, severity, waiver, known } = finding;
    const isPart = headed.has(keyOf(refOf(finding))) ? 0 : 1;
    if (waiver !== undefined || known === true) return 6 + isPart;
    return (verdict === "undecided" ? 4 : severity === "warning" ? 2 : 0) + isPart;
  };
  return [...blocks].sort((one, other) => weight(one) - weight(other));
}

/** Groups of the same sources stand together; what is about no flow log stands last. */
function inOrder(groups: readonly Group[]): readonly Group[] {
  const ranks = new Map<string, number>();
  for (const { sources } of groups) if (!ranks.has(sources.join())) ranks.set(sources.join(), ranks.size);
  const rank = ({ sources }: Group): number => ranks.get(sources.join()) ?? 0;
  const sorted = [...groups].sort((one, other) => rank(one) - rank(other));
  return [
    ...sorted.filter(({ flowLogs }) => flowLogs.length > 0),
    ...sorted.filter(({ flowLogs }) => flowLogs.length === 0),
  ];
}
