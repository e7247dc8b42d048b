import { bigint, text } from "./facts";

/**
 * Fields that only records of a transit gateway have. All belong to version 6, which those records write.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html
 */
export const TRANSIT_GATEWAY_FIELDS = {
  "resource-type": text(6, "TransitGateway or TransitGatewayAttachment: what the flow log watches."),
  "tgw-id": text(6, "Transit gateway that the traffic crossed."),
  "tgw-attachment-id": text(6, "Attachment that the traffic came through."),
  "tgw-src-vpc-account-id": text(6, "Account of the source VPC."),
  "tgw-dst-vpc-account-id": text(6, "Account of the destination VPC."),
  "tgw-src-vpc-id": text(6, "Source VPC."),
  "tgw-dst-vpc-id": text(6, "Destination VPC."),
  "tgw-src-subnet-id": text(6, "Subnet of the source VPC."),
  "tgw-dst-subnet-id": text(6, "Subnet of the destination VPC."),
  "tgw-src-eni": text(6, "Network interface of the attachment on the source's side."),
  "tgw-dst-eni": text(6, "Network interface of the attachment on the destination's side."),
  "tgw-src-az-id": text(6, "Availability zone of the source."),
  "tgw-dst-az-id": text(6, "Availability zone of the destination."),
  "tgw-pair-attachment-id": text(6, "Attachment on the other side."),
  "packets-lost-no-route": bigint(6, "packets", "Lost because no route was there."),
  "packets-lost-blackhole": bigint(6, "packets", "Lost in a blackhole route."),
  "packets-lost-mtu-exceeded": bigint(6, "packets", "Lost because they were larger than the MTU."),
  "packets-lost-ttl-expired": bigint(6, "packets", "Lost because their time to live was over."),
} as const;
