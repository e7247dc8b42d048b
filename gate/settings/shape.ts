import type { FailOn, Severity } from "./settings";

/** What a setting may be: a check of its value, or the settings that it groups. */
export type Shape = Setting | Group;

export interface Setting {
  readonly fits: (value: unknown) => boolean;
  /** Completes "where ... is expected". */
  readonly expected: string;
  /** The words it may be, where it is one of some. */
  readonly words?: readonly string[];
}

export interface Group {
  readonly settings: ReadonlyMap<string, Shape>;
}

function oneOf(...words: readonly string[]): Setting {
  const expected = words
    .map((word) => JSON.stringify(word))
    .join(", ")
    .replace(/, ([^,]*)$/, " or $1");
  return { fits: (value) => words.includes(value as string), expected, words };
}

function group(settings: Readonly<Record<string, Shape>>): Group {
  return { settings: new Map(Object.entries(settings)) };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(fits);
}

const FLAG: Setting = { fits: (value) => typeof value === "boolean", expected: "true or false" };
const TEXT: Setting = { fits: isText, expected: "a text" };
const DAYS: Setting = {
  fits: (value) => Number.isInteger(value) && (value as number) >= 1,
  expected: "a whole number of days from 1 on",
};
const TRAFFIC_TYPES = ["ALL", "ACCEPT", "REJECT"];

/** Severities by name. */
export const SEVERITY: Setting = oneOf(...(["off", "warning", "error"] satisfies Severity[]));

/** A preset's name, or a list of them; which there are, the policies know. */
export const PRESET: Setting = {
  fits: (value) => isText(value) || (isListOf(value, isText) && value.length > 0),
  expected: "the name of a preset, or a list of names,",
};

/** flowgate.json without `preset`, `rules` and `waivers`, which name what the policies hold, as `requiredFields` do. A test holds it against the schema. */
export const SETTINGS: Group = group({
  $schema: TEXT,
  strict: FLAG,
  failOn: oneOf(...(["error", "warning", "never"] satisfies FailOn[])),
  retention: group({ minimumDays: DAYS, maximumDays: DAYS }),
  capture: group({
    trafficTypes: {
      fits: (value) => isListOf(value, (type) => TRAFFIC_TYPES.includes(type as string)) && value.length > 0,
      expected: 'a list of "ALL", "ACCEPT" and "REJECT"',
    },
    requiredFields: {
      fits: (value) => isListOf(value, isText),
      expected: 'a list of record fields such as "pkt-dstaddr"',
    },
  }),
  privilege: group({ requireBoundary: FLAG }),
  encryption: group({ requireCustomerKey: FLAG }),
});
