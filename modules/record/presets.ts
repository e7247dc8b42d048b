import { format } from "./check-format";

const VERSION_2 = [
  "version",
  "account-id",
  "interface-id",
  "srcaddr",
  "dstaddr",
  "srcport",
  "dstport",
  "protocol",
  "packets",
  "bytes",
  "start",
  "end",
  "action",
  "log-status",
] as const;

/** The 14 fields of version 2, in AWS's order: what a flow log of a VPC records where no format is given. */
export const VERSION_2_FORMAT = format(VERSION_2);

/**
 * Who talked to whom, which side opened the connection, through what, and why it was refused: for investigations. The
 * fields of version 2 come first, so that whatever reads those by position still does.
 */
export const SECURITY_FORMAT = format([
  ...VERSION_2,
  "vpc-id",
  "subnet-id",
  "instance-id",
  "tcp-flags",
  "pkt-srcaddr",
  "pkt-dstaddr",
  "region",
  "az-id",
  "pkt-src-aws-service",
  "pkt-dst-aws-service",
  "flow-direction",
  "traffic-path",
  "reject-reason",
]);

/**
 * Where a packet was really going and what became of it: `dstaddr` shows an interface's primary address also for
 * traffic to its secondary ones and through NAT, `pkt-dstaddr` the original one.
 */
export const TROUBLESHOOTING_FORMAT = format([
  ...VERSION_2,
  "pkt-srcaddr",
  "pkt-dstaddr",
  "tcp-flags",
  "flow-direction",
  "subnet-id",
  "instance-id",
  "traffic-path",
]);

/**
 * Who causes how many bytes across which boundary, and nothing else: about half of a record of version 2 in length, and
 * ingestion is paid by length.
 */
export const COST_FORMAT = format([
  "srcaddr",
  "dstaddr",
  "bytes",
  "start",
  "log-status",
  "az-id",
  "flow-direction",
  "traffic-path",
  "pkt-dst-aws-service",
]);

/** All 36 fields of a transit gateway's records, in AWS's order: what is recorded where no format is given. */
export const TRANSIT_GATEWAY_FORMAT = format([
  "version",
  "resource-type",
  "account-id",
  "tgw-id",
  "tgw-attachment-id",
  "tgw-src-vpc-account-id",
  "tgw-dst-vpc-account-id",
  "tgw-src-vpc-id",
  "tgw-dst-vpc-id",
  "tgw-src-subnet-id",
  "tgw-dst-subnet-id",
  "tgw-src-eni",
  "tgw-dst-eni",
  "tgw-src-az-id",
  "tgw-dst-az-id",
  "tgw-pair-attachment-id",
  "srcaddr",
  "dstaddr",
  "srcport",
  "dstport",
  "protocol",
  "packets",
  "bytes",
  "start",
  "end",
  "log-status",
  "type",
  "packets-lost-no-route",
  "packets-lost-blackhole",
  "packets-lost-mtu-exceeded",
  "packets-lost-ttl-expired",
  "tcp-flags",
  "region",
  "flow-direction",
  "pkt-src-aws-service",
  "pkt-dst-aws-service",
]);
