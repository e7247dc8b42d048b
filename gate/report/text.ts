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
}

/** The report as a compiler says it: each finding with its place, its evidence and its fix; the last line is the answer. */
export function renderText(report: Report, options: TextOptions = {}): string {
  const { paint = PLAIN, quiet = false, why = new Map<string, string>() } = options;
  const answer = paint(report.verdict, summary(report));
  const renderer = new TextRenderer(report, paint, why);
  const blocks = quiet
    ? renderer.faults()
    : [...renderer.faults(), ...renderer.findings(), ...renderer.sources()];
  return `${[...blocks, answer].join("\n\n")}\n`;
}

const PLAIN: Paint = (_, text) => text;

const HELP = "   = help: ";

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
    let source: number | undefined;
    for (const finding of this.report.findings) {
      if (finding.source !== source) blocks.push(this.header(finding.source));
      source = finding.source;
      blocks.push(this.finding(finding).join("\n"));
    }
    if (blocks.length > 0) blocks.push(this.paint("quiet", "`flowgate explain RULE` says more about a rule"));
    return blocks;
  }

  /** Where the files are that nothing was found in. */
  sources(): string[] {
    const { sources, findings, verdict } = this.report;
    if (findings.length > 0 || verdict === "error") return [];
    const lines = sources.slice(0, LISTED).map((_, at) => this.header(at));
    return [[...lines, ...more(sources.length - LISTED)].join("\n")];
  }

  private header(at: number): string {
    const { stack, path = "" } = this.report.sources[at] ?? {};
    return this.paint("strong", visible(stack === undefined ? path : `${stack}  ${path}`));
  }

  private finding(finding: Finding): string[] {
    const tone = finding.verdict === "undecided" ? "undecided" : finding.severity;
    const { constructPath, address, location, evidence, corrected } = finding;
    const where = [constructPath, address, location && placeOf(location)].filter(
      (part) => part !== undefined,
    );
    return [
      ...this.headline(tone, `${tone}[${finding.rule}]`, finding.message),
      `  --> ${visible(where.join("  "))}`,
      ...this.related(finding),
      ...(evidence ? this.evidence(evidence, tone) : []),
      ...this.reason(finding.rule),
      ...wrap(visible(finding.fix), HELP),
      ...(corrected === undefined ? [] : this.corrected(corrected)),
    ];
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

function more(count: number): string[] {
  return count > 0 ? [`and ${count} more`] : [];
}

function placeOf({ path = "", line, column }: Pick<Fault, "path" | "line" | "column">): string {
  return visible([path, line, column].filter((part) => part !== undefined).join(":"));
}
