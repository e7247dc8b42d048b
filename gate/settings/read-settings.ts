import { nearest } from "../nearest";
import { isObject } from "../read/blocks";
import type { Document, Fault } from "../read/document";
import { locate } from "../read/parse";
import { SETTINGS, SEVERITY, type Group, type Setting } from "./shape";
import type { Settings, Severity } from "./settings";

/** What settings must know of a rule. */
export interface KnownRule {
  readonly id: string;
  readonly severity: Severity;
  readonly waivable: boolean;
}

/**
 * Checks settings against their shape and against the rules: all problems at once, or the settings without `$schema`.
 * `document` is the file that they come from; with it, faults say where.
 */
export function readSettings(
  given: unknown,
  rules: readonly KnownRule[],
  document?: Document,
): { settings: Settings } | { faults: readonly Fault[] } {
  const reader = new SettingsReader(rules, document);
  reader.read(given);
  if (reader.faults.length > 0) return { faults: reader.faults };
  const settings = { ...(given as Settings & { $schema?: string }) };
  delete settings.$schema;
  return { settings };
}

class SettingsReader {
  readonly faults: Fault[] = [];
  private readonly rules: ReadonlyMap<string, KnownRule>;

  constructor(
    rules: readonly KnownRule[],
    private readonly document?: Document,
  ) {
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
  }

  read(given: unknown): void {
    if (!isObject(given)) {
      this.refuse(
        [],
        `the settings are ${shown(given)}, where an object is expected`,
        "write an object in braces",
      );
      return;
    }
    const { rules, ...others } = given;
    this.readGroup([], others, SETTINGS);
    if (rules !== undefined) this.readRules(rules);
    if (this.faults.length === 0) this.compare(given);
  }

  private readGroup(path: string[], given: Record<string, unknown>, { settings }: Group): void {
    for (const [key, value] of Object.entries(given)) {
      const at = [...path, key];
      const shape = settings.get(key);
      if (shape === undefined)
        this.refuseKey(at, [...settings.keys(), ...(path.length === 0 ? ["rules"] : [])]);
      else if (!("settings" in shape)) this.readSetting(at, value, shape);
      else if (isObject(value)) this.readGroup(at, value, shape);
      else this.refuseValue(at, value, "an object");
    }
  }

  private readSetting(path: string[], value: unknown, { fits, expected, words }: Setting): void {
    if (fits(value)) return;
    const meant = words && typeof value === "string" ? nearest(value, words) : undefined;
    this.refuseValue(path, value, expected, meant);
  }

  private readRules(given: unknown): void {
    if (!isObject(given)) {
      this.refuseValue(["rules"], given, "an object of severities by rule");
      return;
    }
    for (const [id, severity] of Object.entries(given)) {
      const path = ["rules", id];
      const rule = this.rules.get(id);
      if (rule === undefined) {
        const meant = nearest(id, this.rules.keys());
        const fix = meant === undefined ? "list the rules with `flowgate rules`" : `write "${meant}"`;
        this.refuse(path, `there is no rule ${shown(id)}`, fix);
      } else if (!SEVERITY.fits(severity)) this.readSetting(path, severity, SEVERITY);
      else if (!rule.waivable && RANK[severity as Severity] < RANK[rule.severity]) {
        this.refuse(
          path,
          `${id} cannot be set to "${severity as Severity}": what it finds never works, whoever accepts it`,
          "take the setting out, and correct what the rule finds",
        );
      }
    }
  }

  private compare({ retention = {} }: Settings): void {
    const { minimumDays = 0, maximumDays = Infinity } = retention;
    if (minimumDays <= maximumDays) return;
    this.refuse(
      ["retention", "minimumDays"],
      `retention.minimumDays is ${minimumDays} and retention.maximumDays ${maximumDays}: no period is both`,
      "lower the minimum or raise the maximum",
    );
  }

  private refuseKey(path: string[], known: readonly string[]): void {
    const meant = nearest(path.at(-1) ?? "", known);
    const fix =
      meant === undefined ? `take it out: settings here are ${known.join(", ")}` : `write "${meant}"`;
    this.refuse(path, `there is no setting "${path.join(".")}"`, fix);
  }

  private refuseValue(path: string[], value: unknown, expected: string, meant?: string): void {
    const fix = meant === undefined ? "correct it, or take it out" : `write "${meant}"`;
    this.refuse(path, `${path.join(".")} is ${shown(value)}, where ${expected} is expected`, fix);
  }

  private refuse(path: string[], message: string, fix: string): void {
    const { document } = this;
    const place = document && path.length > 0 ? locate(document.text, path) : undefined;
    this.faults.push({ ...(document && { path: document.path }), ...place, message, fix });
  }
}

const RANK: Readonly<Record<Severity, number>> = { off: 0, warning: 1, error: 2 };

/** A value as its JSON, cut where it grows long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
