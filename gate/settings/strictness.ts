import type { Complaint } from "./complaint";
import type { Known, KnownPreset } from "./known";
import type { Settings } from "./settings";

/** One thing that a preset asks for and a setting of the file may ask less of. */
interface Demand {
  /** Where the setting stands. */
  readonly at: readonly [string, string];
  /** The rule whose controls the setting would weaken. */
  readonly rule: string;
  /** What stands there where that is weaker than what the preset asks: both, for people. */
  readonly weaker: (
    settings: Settings,
    preset: KnownPreset["settings"],
  ) => readonly [given: string, asked: string] | undefined;
}

const DEMANDS: readonly Demand[] = [
  {
    at: ["retention", "minimumDays"],
    rule: "retention-too-short",
    weaker: ({ retention: { minimumDays: days } = {} }, { minimum_days: asked }) =>
      days !== undefined && typeof asked === "number" && days < asked
        ? [String(days), `at least ${asked}`]
        : undefined,
  },
  {
    at: ["capture", "trafficTypes"],
    rule: "capture-partial",
    weaker: ({ capture: { trafficTypes: types } = {} }, { traffic_types: asked }) => {
      if (types === undefined || !Array.isArray(asked)) return undefined;
      const accepted = asked as readonly string[];
      const beyond = types.filter((type) => !accepted.includes(type));
      return beyond.length > 0 ? [types.join(", "), accepted.join(" or ")] : undefined;
    },
  },
  {
    at: ["encryption", "requireCustomerKey"],
    rule: "encryption-key-missing",
    weaker: ({ encryption: { requireCustomerKey: wanted } = {} }, { require_customer_key: asked }) =>
      wanted === false && asked === true ? ["false", "true"] : undefined,
  },
];

/**
 * Settings that ask less than a preset beside them: its controls would read as held where they are not. The baseline is
 * no framework and may be asked less of.
 */
export function weakened(settings: Settings, { presets, rules }: Known): readonly Complaint[] {
  const named = new Set([settings.preset ?? []].flat());
  return presets
    .filter(({ name }) => named.has(name) && name !== "baseline")
    .flatMap((preset) =>
      DEMANDS.flatMap(({ at, rule, weaker }) => {
        const found = weaker(settings, preset.settings);
        if (found === undefined) return [];
        const mapped = rules.find(({ id }) => id === rule)?.controls ?? [];
        const controls = mapped.filter((control) => Object.hasOwn(preset.controls, control));
        const [given, asked] = found;
        const by = controls.length === 0 ? "" : ` (${controls.join(", ")})`;
        return {
          at,
          message: `${at.join(".")} is ${given}, where the preset ${preset.name} asks for ${asked}${by}`,
          fix: "take it out, or ask for more; what may differ at one place is a waiver",
        };
      }),
    );
}
