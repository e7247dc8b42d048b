import { bigint, int, text } from "./facts";

/**
 * Fields that records of VPCs and of transit gateways both have. Their version is the VPC's.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
export const SHARED_FIELDS = {
  version: int(2, "Version of the record: the highest among its fields."),
  "account-id": text(2, "Account that owns the watched interface or gateway."),
  srcaddr: text(2, "Source address; for traffic that leaves an interface, its primary private address."),
  dstaddr: text(
    2,
    "Destination address; for traffic that reaches an interface, its primary private address.",
  ),
  srcport: int(2, "Source port."),
  dstport: int(2, "Destination port."),
  protocol: int(2, "IANA protocol number: 1 ICMP, 6 TCP, 17 UDP."),
  packets: bigint(2, "packets", "Packets of the flow in this interval."),
  bytes: bigint(2, "bytes", "Bytes of the flow in this interval."),
  start: bigint(2, "seconds since 1970 (UTC)", "When the first packet of the interval was received."),
  end: bigint(2, "seconds since 1970 (UTC)", "When the last packet of the interval was received."),
  "log-status": {
    ...text(2, "OK; NODATA: nothing was sent in the interval; SKIPDATA: records were lost inside AWS."),
    values: ["OK", "NODATA", "SKIPDATA"],
  },
  type: text(3, "Type of traffic: IPv4, IPv6 or EFA."),
  "tcp-flags": int(3, "TCP flags seen, or-ed: 1 FIN, 2 SYN, 4 RST, 8 PSH, 16 ACK, 18 SYN-ACK, 32 URG."),
  region: text(4, "Region of the watched interface or gateway."),
  "pkt-src-aws-service": text(5, "AWS service that the packet-level source address belongs to."),
  "pkt-dst-aws-service": text(5, "AWS service that the packet-level destination address belongs to."),
  "flow-direction": { ...text(5, "Seen from what is watched."), values: ["ingress", "egress"] },
} as const;
