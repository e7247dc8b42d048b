import type { FieldFacts, RecordKind } from "./facts";
import { SHARED_FIELDS } from "./shared-fields";
import { TRANSIT_GATEWAY_FIELDS } from "./transit-gateway-fields";
import { VPC_FIELDS } from "./vpc-fields";

const VPC = { ...SHARED_FIELDS, ...VPC_FIELDS } as const;
const TRANSIT_GATEWAY = { ...SHARED_FIELDS, ...TRANSIT_GATEWAY_FIELDS } as const;

/** Every field of every record: the one table from which all else about records is made. */
export const FIELDS = { ...VPC, ...TRANSIT_GATEWAY } as const;

/** A field of the records of a VPC, subnet, network interface or regional NAT gateway, as AWS writes it. */
export type VpcField = keyof typeof VPC;

/** A field of the records of a transit gateway or its attachments, as AWS writes it. */
export type TransitGatewayField = keyof typeof TRANSIT_GATEWAY;

/** The name of a field, as AWS writes it. */
export type Field = VpcField | TransitGatewayField;

/** Is it the name of a field? */
export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

/** What is known of a field. */
export function factsOf(field: Field): FieldFacts {
  return FIELDS[field];
}

/** Whose records hold it. */
export function kindsOf(field: Field): readonly RecordKind[] {
  const kinds: RecordKind[] = [];
  if (Object.hasOwn(VPC, field)) kinds.push("vpc");
  if (Object.hasOwn(TRANSIT_GATEWAY, field)) kinds.push("transit-gateway");
  return kinds;
}

/** Names of the fields that records of a kind may hold. */
export function fieldsOf(kind: RecordKind): readonly Field[] {
  return Object.keys(kind === "vpc" ? VPC : TRANSIT_GATEWAY) as Field[];
}
