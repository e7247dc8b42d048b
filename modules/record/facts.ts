/** What watches: a VPC, subnet, network interface or NAT gateway writes other fields than a transit gateway. */
export type RecordKind = "vpc" | "transit-gateway";

/** How a value is stored in Parquet and Glue: INT_32, INT_64 or STRING. */
export type FieldType = "int" | "bigint" | "string";

/** What is known of a field. */
export interface FieldFacts {
  /** The version of the record format that brought it, 2 to 11. */
  readonly version: number;
  readonly type: FieldType;
  /** One line: what the value says. */
  readonly meaning: string;
  /** What a number counts. */
  readonly unit?: "packets" | "bytes" | "seconds since 1970 (UTC)";
  /** All values that AWS writes, where they are few and closed. */
  readonly values?: readonly string[];
  /** The resource whose tag it holds: such a field needs `tagKeys`. */
  readonly tagOf?: "instance" | "interface" | "asg";
}

/** A field that holds a text. */
export function text<const V extends number>(version: V, meaning: string) {
  return { version, type: "string", meaning } as const;
}

/** A field that holds a number of 32 bits. */
export function int<const V extends number>(version: V, meaning: string) {
  return { version, type: "int", meaning } as const;
}

/** A field that holds a number of 64 bits. */
export function bigint<const V extends number, const U extends NonNullable<FieldFacts["unit"]>>(
  version: V,
  unit: U,
  meaning: string,
) {
  return { version, type: "bigint", unit, meaning } as const;
}
