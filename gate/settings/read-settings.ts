import { nearest } from "../nearest";
import { isObject } from "../read/blocks";
import type { Document, Fault } from "../read/document";
import { locator } from "../read/parse";
import { type Complaint, shown, unknownKey, unknownName, wrongValue } from "./complaint";
import type { Known, KnownRule } from "./known";
import type { Settings, Severity } from "./settings";
import { PRESET, SETTINGS, SEVERITY, type Group, type Setting } from "./shape";
import { weakened } from "./strictness";
import { complaintsAbout, IN_SETTINGS } from "./waivers";

export type { Known, KnownRule } from "./known";

/** Where a setting stands in its file. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Checks settings against their shape, the rules and the presets: all problems at once, or the settings without
 * `$schema`. `document` is the file that they come from; with it, faults say where, and `places` says where each
 * waiver stands.
 */
export function readSettings(
  given: unknown,
  known: Known,
  document?: Document,
): { settings: Settings; places: readonly Place[] } | { faults: readonly Fault[] } {
  const reader = new SettingsReader(known);
  reader.read(given);
  const locate = document && locator(document.text);
  const placeOf = (at: Complaint["at"]): Omit<Place, "path"> | undefined =>
    at.length > 0 ? locate?.([...at]) : undefined;
  if (reader.complaints.length > 0) {
    const faults = reader.complaints.map(({ at, message, fix }) => ({
      ...(document && { path: document.path }),
      ...placeOf(at),
      message,
      fix,
    }));
    return { faults };
  }
  const settings = { ...(given as Settings & { $schema?: string }) };
  delete settings.$schema;
  const places = (settings.waivers ?? []).flatMap((_, at) => {
    const place = placeOf(["waivers", at]);
    return document && place ? [{ path: document.path, ...place }] : [];
  });
  return { settings, places };
}

const NAMES = ["preset", "rules", "waivers"];

class SettingsReader {
  readonly complaints: Complaint[] = [];
  private readonly rules: ReadonlyMap<string, KnownRule>;

  constructor(private readonly known: Known) {
    this.rules = new Map(known.rules.map((rule) => [rule.id, rule]));
  }

  read(given: unknown): void {
    if (!isObject(given)) {
      const message = `the settings are ${shown(given)}, where an object is expected`;
      this.complaints.push({ at: [], message, fix: "write an object in braces" });
      return;
    }
    const { preset, rules, waivers, ...others } = given;
    this.readGroup([], others, SETTINGS);
    if (preset !== undefined) this.readPreset(preset);
    if (rules !== undefined) this.readRules(rules);
    if (waivers !== undefined) this.readWaivers(waivers);
    this.readFields(given.capture);
    if (this.complaints.length === 0) this.compare(given);
  }

  private readGroup(path: string[], given: Record<string, unknown>, { settings }: Group): void {
    for (const [key, value] of Object.entries(given)) {
      const at = [...path, key];
      const shape = settings.get(key);
      if (shape === undefined)
        this.complaints.push(
          unknownKey(at, ["setting", "settings"], [...settings.keys(), ...(path.length === 0 ? NAMES : [])]),
        );
      else if (!("settings" in shape)) this.readSetting(at, value, shape);
      else if (isObject(value)) this.readGroup(at, value, shape);
      else this.complaints.push(wrongValue(at, value, "an object"));
    }
  }

  private readSetting(path: string[], value: unknown, { fits, expected, words }: Setting): void {
    if (fits(value)) return;
    const meant = words && typeof value === "string" ? nearest(value, words) : undefined;
    this.complaints.push(wrongValue(path, value, expected, meant));
  }

  private readPreset(given: unknown): void {
    if (!PRESET.fits(given)) {
      this.readSetting(["preset"], given, PRESET);
      return;
    }
    const presets = this.known.presets.map(({ name }) => name);
    const named = Array.isArray(given) ? (given as string[]) : [given as string];
    for (const [position, name] of named.entries()) {
      if (presets.includes(name)) continue;
      const at = Array.isArray(given) ? ["preset", position] : ["preset"];
      this.complaints.push(unknownName(at, "preset", name, presets, `write one of ${presets.join(", ")}`));
    }
  }

  private readRules(given: unknown): void {
    if (!isObject(given)) {
      this.complaints.push(wrongValue(["rules"], given, "an object of severities by rule"));
      return;
    }
    for (const [id, severity] of Object.entries(given)) {
      const at = ["rules", id];
      const rule = this.rules.get(id);
      if (rule === undefined) {
        const otherwise = "list the rules with `flowgate rules`";
        this.complaints.push(unknownName(at, "rule", id, this.rules.keys(), otherwise));
      } else if (!SEVERITY.fits(severity)) this.readSetting(at, severity, SEVERITY);
      else if (!rule.waivable && RANK[severity as Severity] < RANK[rule.severity]) {
        this.complaints.push({
          at,
          message: `${id} cannot be set to "${severity as Severity}": what it finds never works, whoever accepts it`,
          fix: "take the setting out, and correct what the rule finds",
        });
      }
    }
  }

  private readWaivers(given: unknown): void {
    if (!Array.isArray(given)) this.complaints.push(wrongValue(["waivers"], given, "a list of waivers"));
    else
      for (const [position, waiver] of given.entries())
        this.complaints.push(...complaintsAbout(waiver, ["waivers", position], this.rules, IN_SETTINGS));
  }

  /** A field that is no word is complained of already. */
  private readFields(capture: unknown): void {
    const fields = isObject(capture) ? capture.requiredFields : undefined;
    if (!Array.isArray(fields)) return;
    const known = this.known.recordFields;
    for (const [position, field] of fields.entries())
      if (typeof field === "string" && !known.includes(field))
        this.complaints.push(
          unknownName(["capture", "requiredFields", position], "record field", field, known, FIELD),
        );
  }

  /** Settings that are right each by itself. */
  private compare(settings: Settings): void {
    this.complaints.push(...weakened(settings, this.known));
    const { retention = {}, rules = {}, capture = {} } = settings;
    const { minimumDays = 0, maximumDays = Infinity } = retention;
    if (minimumDays > maximumDays)
      this.complaints.push({
        at: ["retention", "minimumDays"],
        message: `retention.minimumDays is ${minimumDays} and retention.maximumDays ${maximumDays}: no period is both`,
        fix: "lower the minimum or raise the maximum",
      });
    if ((rules["record-field-missing"] ?? "off") !== "off" && capture.requiredFields === undefined)
      this.complaints.push({
        at: ["rules", "record-field-missing"],
        message: "record-field-missing has nothing to look for: capture.requiredFields is not given",
        fix: "list the fields in capture.requiredFields",
      });
  }
}

/** A format that asks for a field which is not known fails too (`record-field-unknown`). */
const FIELD =
  "write a field as AWS does, such as pkt-dstaddr; one that AWS has added since needs a newer flowgate";

const RANK: Readonly<Record<Severity, number>> = { off: 0, warning: 1, error: 2 };
