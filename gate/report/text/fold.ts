import type { Finding } from "../report";

/** Findings that are told as one. */
export interface Block {
  /** The one that is told. */
  readonly finding: Finding;
  /** Of other subjects, and the same but for names. */
  readonly alike: Finding[];
  /** Rules that cannot tell for the same reason, its own among them. */
  readonly rules: readonly string[];
}

/**
 * Folds what a reader would skip: one reason that several rules cannot tell, one defect of many subjects. What names a
 * flow log (`isOfFlowLog`) is not folded with what names none.
 */
export function foldFindings(
  findings: readonly Finding[],
  isOfFlowLog: (finding: Finding) => boolean,
): readonly Block[] {
  return foldSubjects(foldRules(findings), isOfFlowLog);
}

/** One policy that cannot be read leaves many rules undecided: that is one thing to do. */
function foldRules(findings: readonly Finding[]): Block[] {
  const blocks = new Map<string, Finding[]>();
  findings.forEach((finding, at) => {
    const key = finding.verdict === "undecided" && isStanding(finding) ? reasonOf(finding) : String(at);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [finding]);
    else block.push(finding);
  });
  return [...blocks.values()].flatMap((same) => {
    const [finding] = same;
    return finding === undefined
      ? []
      : [{ finding, alike: [], rules: [...new Set(same.map(({ rule }) => rule))] }];
  });
}

/** What is not known, and what to do about it: the subject of the rule does not matter. */
function reasonOf({ cause, source, address, related, message, fix }: Finding): string {
  const [culprit = { source, address }] = related;
  const isUnread = cause.endsWith("-unread");
  return JSON.stringify(isUnread ? [cause, culprit, fix] : [source, address, message, fix]);
}

function foldSubjects(blocks: readonly Block[], isOfFlowLog: (finding: Finding) => boolean): Block[] {
  const folded = new Map<string, Block>();
  const seen = new Map<string, number>();
  for (const block of blocks) {
    const { finding, rules } = block;
    const defect = defectOf(finding, rules);
    const subject = JSON.stringify([finding.source, finding.address, defect]);
    const times = seen.get(subject) ?? 0;
    seen.set(subject, times + 1);
    // The second of one subject is another fragment that is wrong: it is folded with the second of others.
    const key = `${isOfFlowLog(finding)} ${times} ${defect}`;
    const first = folded.get(key);
    if (first === undefined) folded.set(key, block);
    else first.alike.push(finding);
  }
  return [...folded.values()];
}

function defectOf(finding: Finding, rules: readonly string[]): string {
  const { verdict, severity, cause, message, fix, waiver, known = false } = finding;
  const excuse = waiver === undefined ? known : [waiver.reason, waiver.until];
  return JSON.stringify([verdict, severity, rules, cause, excuse, unnamed(message), unnamed(fix)]);
}

/** A sentence without the names in it. A number stays: 7 days are not 14. */
function unnamed(text: string): string {
  return text.replace(/\S*[^\s\w,;-]\S*|\S*_\S*/g, (word) => (/^\d+[.,:]?$/.test(word) ? word : "*"));
}

function isStanding({ waiver, known }: Finding): boolean {
  return waiver === undefined && known !== true;
}
