/**
 * Fields of a record of a VPC, subnet or network interface, in AWS's order, each with the version that brought it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
export const FIELDS = {
  version: 2,
  "account-id": 2,
  "interface-id": 2,
  srcaddr: 2,
  dstaddr: 2,
  srcport: 2,
  dstport: 2,
  protocol: 2,
  packets: 2,
  bytes: 2,
  start: 2,
  end: 2,
  action: 2,
  "log-status": 2,
  "vpc-id": 3,
  "subnet-id": 3,
  "instance-id": 3,
  "tcp-flags": 3,
  type: 3,
  "pkt-srcaddr": 3,
  "pkt-dstaddr": 3,
  region: 4,
  "az-id": 4,
  "sublocation-type": 4,
  "sublocation-id": 4,
  "pkt-src-aws-service": 5,
  "pkt-dst-aws-service": 5,
  "flow-direction": 5,
  "traffic-path": 5,
} as const;

/** The name of a field, as AWS writes it. */
export type Field = keyof typeof FIELDS;

/** Is it the name of a field? */
export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}
