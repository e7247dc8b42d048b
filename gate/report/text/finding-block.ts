import { firstOf } from "../../cut-list";
import type { Ref } from "../../model/model";
import { codeFrame } from "../code-frame";
import { keyOf } from "../delivery-path";
import { policyText } from "../policy-text";
import type { Finding, FlowLogPath, Report } from "../report";
import { visible } from "../visible";
import { wrap } from "../wrap";
import type { Block } from "./fold";
import { headline, subjectPlace } from "./heading";
import { LISTED, more, type Sheet, type Tone } from "./sheet";

/** Starts the line that says what to do. */
export const HELP = "   = help: ";

/** Related resources that a finding lists; of more, it says how many. */
const NAMED = 3;

/** Columns beside a fragment. */
const GUTTER = 12;

/** What a block is told with. */
export interface Telling {
  readonly report: Report;
  /** Of the heading that it stands under. */
  readonly flowLogs: readonly FlowLogPath[];
  /** Why a rule matters, by its id. */
  readonly why: ReadonlyMap<string, string>;
}

/** A finding as a compiler says it: what is wrong, where, the fragment, why, and how to fix it. */
export function findingBlock(block: Block, telling: Telling, sheet: Sheet): string[] {
  const { finding, rules } = block;
  const { verdict, severity, rule, message, fix, evidence, waiver, known } = finding;
  const tone = verdict === "undecided" ? "undecided" : severity;
  const places = placesOf(block, telling, sheet);
  if (waiver !== undefined)
    return [
      ...headline("quiet", `waived[${rule}]`, message, sheet),
      ...places,
      ...note("waived", excuse(waiver), sheet),
    ];
  if (known === true)
    return [
      ...headline("quiet", `known[${rule}]`, message, sheet),
      ...places,
      ...note("known", "the baseline has it, so it does not fail", sheet),
    ];
  const others = rules.length - 1;
  const label = others === 0 ? rule : `${rule} and ${others} more`;
  return [
    ...headline(tone, `${tone}[${label}]`, message, sheet),
    ...places,
    ...relatedTo(finding, telling),
    ...(evidence ? fragment(evidence, tone, sheet) : []),
    ...(others === 0 ? reason(rule, telling.why, sheet) : note("rules", rules.join(", "), sheet)),
    ...wrap(visible(fix), HELP, HELP.length, sheet.width),
    ...correctedPolicy(block, sheet),
  ];
}

/** The subjects; of flow logs that the heading names, only which one is told as an example of all. */
function placesOf({ finding, alike }: Block, { report, flowLogs }: Telling, sheet: Sheet): string[] {
  const headed = new Set(flowLogs.map(keyOf));
  const subjects = [finding, ...alike];
  if (subjects.every(({ source = -1, address }) => headed.has(keyOf({ source, address }))))
    return alike.length === 0 ? [] : examples(subjects).map((line) => `  --> ${line}`);
  const shown = firstOf(subjects, LISTED);
  const lines = shown.flatMap((subject) => {
    const path = subject.source === finding.source ? undefined : report.sources[subject.source ?? -1]?.path;
    return subjectPlace(subject, sheet, path);
  });
  return [...lines, ...more(subjects.length - shown.length).map((line) => `  --> ${line}`)];
}

/** One subject as an example of all, or both of two. */
function examples(subjects: readonly Finding[]): string[] {
  const shown = firstOf(subjects, 1);
  return [...shown.map(({ address }) => visible(address)), ...more(subjects.length - shown.length, " alike")];
}

/** The other parties: first the one where the fix goes, then those that the path above does not show. */
function relatedTo({ source, address, related }: Finding, { report, flowLogs }: Telling): string[] {
  const drawn = new Set(
    flowLogs.flatMap((path) => [path, path.role, path.destination]).flatMap((ref) => (ref ? keyOf(ref) : [])),
  );
  const isTold = (ref: Ref, at: number): boolean =>
    (ref.source === source && ref.address === address) || (at > 0 && drawn.has(keyOf(ref)));
  const headed = new Set(flowLogs.map(keyOf));
  const others = related.filter((ref, at) => !isTold(ref, at) && !headed.has(keyOf(ref)));
  const shown = firstOf(others, NAMED);
  const lines = shown.map((ref) => {
    const path = ref.source === source ? "" : `  in ${report.sources[ref.source]?.path ?? ""}`;
    return visible(ref.address + path);
  });
  return [...lines, ...more(others.length - shown.length)].map((line) => `  ::: ${line}`);
}

function fragment(evidence: NonNullable<Finding["evidence"]>, tone: Tone, { paint, width }: Sheet): string[] {
  const [text, carets] = codeFrame(evidence, width - GUTTER);
  return ["   |", `   |  ${text}`, `   |  ${paint(tone, carets)}`, "   |"];
}

/** Several findings may have one cure: it is printed once. */
function correctedPolicy({ finding: { corrected, address }, alike }: Block, { told }: Sheet): string[] {
  if (corrected === undefined) return [];
  const lines = policyText(corrected).map((line) => `       ${visible(line)}`);
  const text = lines.join("\n");
  if (told.has(text)) return ["       (the same policy as above)"];
  told.add(text);
  const isOneForAll = alike.every(
    (other) => policyText(other.corrected).join() === policyText(corrected).join(),
  );
  return isOneForAll
    ? lines
    : [...lines, `       (of ${visible(address)}; each of the others has its own names)`];
}

function reason(rule: string, why: ReadonlyMap<string, string>, sheet: Sheet): string[] {
  const text = sheet.told.has(rule) ? undefined : why.get(rule);
  sheet.told.add(rule);
  return text === undefined ? [] : note("why", text, sheet);
}

function note(label: string, text: string, { width }: Sheet): string[] {
  const start = `   = ${label}: `;
  return wrap(visible(text), start, start.length, width);
}

function excuse({ until, daysLeft, reason: because }: NonNullable<Finding["waiver"]>): string {
  const left = daysLeft === 0 ? "the last day" : `${daysLeft} day${daysLeft === 1 ? "" : "s"} left`;
  return `until ${until} (${left}): ${because}`;
}
