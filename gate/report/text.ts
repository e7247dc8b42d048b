import type { Fault } from "../read/document";
import { codeFrame } from "./code-frame";
import { policyText } from "./policy-text";
import type { Finding, Report, Verdict } from "./report";
import { summary } from "./summary";
import { visible } from "./visible";
import { wrap } from "./wrap";

/** What is painted. */
export type Tone = Verdict | "error" | "warning" | "strong" | "quiet";

/** Colours a text, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

export interface TextOptions {
  /** Why a rule matters, by its id: said with its first finding. */
  readonly why?: ReadonlyMap<string, string>;
  /** Default: no colour. */
  readonly paint?: Paint;
  /** The last line alone. Default false. */
  readonly quiet?: boolean;
  /** The settings file that was judged by; absent where there was none. */
  readonly settings?: string;
  /** Undecided fails the run. Default false. */
  readonly strict?: boolean;
}

/** The report as a compiler says it: each finding with its place, its evidence and its fix; the last line is the answer. */
export function renderText(report: Report, options: TextOptions = {}): string {
  const { paint = PLAIN, quiet = false, why = new Map<string, string>(), settings, strict = false } = options;
  const answer = paint(report.verdict, summary(report, strict));
  const renderer = new TextRenderer(report, paint, why);
  const blocks = quiet
    ? renderer.faults()
    : [
        ...renderer.faults(),
        ...renderer.findings(),
        ...renderer.fixed(),
        ...renderer.sources(),
        ...(settings === undefined ? [] : [paint("quiet", `settings: ${visible(settings)}`)]),
      ];
  return `${[...blocks, answer].join("\n\n")}\n`;
}

const PLAIN: Paint = (_, text) => text;

const HELP = "   = help: ";

const KNOWN = "   = known: the baseline has it, so it does not fail";

/** Related resources that a finding lists; of more, it says how many. */
const NAMED = 3;

/** Sources that a clean run lists; of more, it says how many. */
const LISTED = 5;

class TextRenderer {
  /** Reasons and policies that were printed already. */
  private readonly told = new Set<string>();

  constructor(
    private readonly report: Report,
    private readonly paint: Paint,
    private readonly why: ReadonlyMap<string, string>,
  ) {}

  faults(): string[] {
    return this.report.errors.map(({ message, fix, ...place }) =>
      [
        ...this.headline("error", "error", message),
        ...(place.path === undefined ? [] : [`  --> ${placeOf(place)}`]),
        ...wrap(visible(fix), HELP),
      ].join("\n"),
    );
  }

  findings(): string[] {
    const blocks: string[] = [];
    let above: string | undefined;
    for (const [finding, ...others] of folded(this.report.findings)) {
      const header = this.header(finding);
      if (header !== above) blocks.push(header);
      above = header;
      blocks.push(this.finding(finding, others).join("\n"));
    }
    if (blocks.length > 0) blocks.push(this.paint("quiet", "`flowgate explain RULE` says more about a rule"));
    return blocks;
  }

  /** What the baseline has and this run does not find. */
  fixed(): string[] {
    return this.report.fixed.map((finding) =>
      [...this.headline("quiet", `fixed[${finding.rule}]`, finding.message), this.place(finding)].join("\n"),
    );
  }

  /** Where the files are that nothing was found in. */
  sources(): string[] {
    const { sources, findings, verdict } = this.report;
    if (findings.length > 0 || verdict === "error") return [];
    const lines = sources.slice(0, LISTED).map((_, source) => this.header({ source }));
    return [[...lines, ...more(sources.length - LISTED)].join("\n")];
  }

  /** The document that a finding is in, or the settings file, whose waivers are of no source. */
  private header({ source, location }: Pick<Finding, "source" | "location">): string {
    const { stack, path = location?.path ?? "settings" } = this.report.sources[source ?? -1] ?? {};
    return this.paint("strong", visible(stack === undefined ? path : `${stack}  ${path}`));
  }

  /** `others`: rules that say the same of the same subject. */
  private finding(finding: Finding, others: readonly Finding[]): string[] {
    const tone = finding.verdict === "undecided" ? "undecided" : finding.severity;
    const { evidence, corrected, waiver, known } = finding;
    const place = this.place(finding);
    if (waiver !== undefined)
      return [
        ...this.headline("quiet", `waived[${finding.rule}]`, finding.message),
        place,
        ...wrap(visible(excuse(waiver)), "   = waived: "),
      ];
    if (known === true)
      return [...this.headline("quiet", `known[${finding.rule}]`, finding.message), place, KNOWN];
    const same = others.map(({ rule }) => rule).join(", ");
    return [
      ...this.headline(tone, `${tone}[${finding.rule}]`, finding.message),
      place,
      ...(same === "" ? [] : wrap(same, "   = also: ")),
      ...this.related(finding),
      ...(evidence ? this.evidence(evidence, tone) : []),
      ...this.reason(finding.rule),
      ...wrap(visible(finding.fix), HELP),
      ...(corrected === undefined ? [] : this.corrected(corrected)),
    ];
  }

  private place({ constructPath, address, location }: Finding): string {
    const where = [constructPath, address, location && placeOf(location)];
    return `  --> ${visible(where.filter((part) => part !== undefined).join("  "))}`;
  }

  private headline(tone: Tone, label: string, message: string): string[] {
    const [first = "", ...others] = wrap(visible(message), `${label}: `, 2);
    const start = `${this.paint(tone, label)}: ${this.paint("strong", first.slice(label.length + 2))}`;
    return [start, ...others.map((line) => this.paint("strong", line))];
  }

  private related({ source, address, related }: Finding): string[] {
    const others = related.filter((ref) => ref.source !== source || ref.address !== address);
    const lines = others.slice(0, NAMED).map((ref) => {
      const path = ref.source === source ? "" : `  in ${this.report.sources[ref.source]?.path ?? ""}`;
      return `  ::: ${visible(ref.address + path)}`;
    });
    return [...lines, ...more(others.length - NAMED).map((line) => `  ::: ${line}`)];
  }

  private evidence(evidence: NonNullable<Finding["evidence"]>, tone: Tone): string[] {
    const [text, carets] = codeFrame(evidence);
    return ["   |", `   |  ${text}`, `   |  ${this.paint(tone, carets)}`, "   |"];
  }

  /** Several findings may have one cure: it is printed once. */
  private corrected(document: unknown): string[] {
    const lines = policyText(document).map((line) => `       ${visible(line)}`);
    const text = lines.join("\n");
    if (this.told.has(text)) return ["       (the same policy as above)"];
    this.told.add(text);
    return lines;
  }

  private reason(rule: string): string[] {
    const why = this.told.has(rule) ? undefined : this.why.get(rule);
    this.told.add(rule);
    return why === undefined ? [] : wrap(visible(why), "   = why: ");
  }
}

/** What several rules cannot tell of one subject, for one reason, is said once. */
function folded(findings: readonly Finding[]): readonly [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  findings.forEach((finding, at) => {
    const { verdict, source, address, message, fix, waiver, known } = finding;
    const told = verdict === "undecided" && waiver === undefined && known !== true;
    const key = told ? JSON.stringify([source, address, message, fix]) : String(at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  });
  return [...groups.values()];
}

function excuse({ until, daysLeft, reason }: NonNullable<Finding["waiver"]>): string {
  const left = daysLeft === 0 ? "the last day" : `${daysLeft} day${daysLeft === 1 ? "" : "s"} left`;
  return `until ${until} (${left}): ${reason}`;
}

function more(count: number): string[] {
  return count > 0 ? [`and ${count} more`] : [];
}

function placeOf({ path = "", line, column }: Pick<Fault, "path" | "line" | "column">): string {
  return visible([path, line, column].filter((part) => part !== undefined).join(":"));
}
