import { record, type Field, type RecordFormat } from "../record";

/** What a question's text is made with: the engine's names of the fields. */
export interface Words {
  /** The engine's name of a field that the question cannot do without. */
  (field: Field): string;
  /** Is a field captured that the question is better with? */
  holds(field: Field): boolean;
  /** The port of "traffic to a port". */
  readonly port: number;
}

/** Something that people ask of flow logs, in both languages. */
export interface Question {
  /** Stable: part of the Terraform name of what is made. */
  readonly id: QuestionId;
  /** How it is called in the console. */
  readonly title: string;
  /** What its answer means; one sentence or two. */
  readonly why: string;
  /** Asks about rejected traffic, which a flow log of accepted traffic never records. */
  readonly ofRejects?: boolean;
  /** Commands of CloudWatch Logs Insights, in order. */
  readonly insights: (words: Words) => readonly string[];
  /** SQL of Athena over `flow_logs`, after the window of time. @param within The condition that names the partitions. */
  readonly athena: (words: Words, within: string) => string;
}

/** Questions that the AWS documentation and the guides on flow logs ask, by a name that never changes. */
export type QuestionId =
  | "rejected-traffic"
  | "rejected-ports"
  | "rejected-ssh-rdp"
  | "one-sided-rejects"
  | "port-scan"
  | "host-sweep"
  | "brute-force"
  | "top-talkers"
  | "traffic-to-port"
  | "volume-over-time"
  | "way-to-the-internet"
  | "original-destination"
  | "dns-and-dhcp"
  | "gaps";

/** A question in the words of one engine, or what its records lack. */
export type Asked<T> = { readonly text: T } | { readonly missing: readonly Field[] };

/** Puts a question; what it needs is what it names, so that no list of fields can be wrong. */
export function ask<T>(
  build: (words: Words) => T,
  { format, port, nameOf }: { format: RecordFormat; port: number; nameOf: (field: Field) => string },
): Asked<T> {
  const missing = new Set<Field>();
  const words = Object.assign(
    (field: Field): string => {
      if (!record.has(format, field)) missing.add(field);
      return nameOf(field);
    },
    { holds: (field: Field) => record.has(format, field), port },
  );
  const text = build(words);
  return missing.size === 0 ? { text } : { missing: [...missing] };
}
