import { int, text } from "./facts";

function tagOf<const R extends "instance" | "interface" | "asg">(resource: R, meaning: string) {
  return { ...text(11, meaning), tagOf: resource } as const;
}

/**
 * Fields that only records of a VPC, subnet, network interface or regional NAT gateway have. Versions 7 to 11 are
 * stored as text as far as AWS has published it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
export const VPC_FIELDS = {
  "interface-id": text(2, "Network interface; - for a regional NAT gateway, whose id is in resource-id."),
  action: {
    ...text(2, "ACCEPT, or REJECT by a security group, a network ACL or after the connection was closed."),
    values: ["ACCEPT", "REJECT"],
  },
  "vpc-id": text(3, "VPC of the interface."),
  "subnet-id": text(3, "Subnet of the interface."),
  "instance-id": text(3, "Instance of the interface, where you own the instance."),
  "pkt-srcaddr": text(3, "Original source address of the packet, also behind NAT."),
  "pkt-dstaddr": text(3, "Original destination address of the packet, also a secondary private one."),
  "az-id": text(4, "Availability zone of the interface."),
  "sublocation-type": text(4, "wavelength, outpost or localzone."),
  "sublocation-id": text(4, "Id of that sublocation."),
  "traffic-path": int(
    5,
    "How egress traffic leaves: 1 inside the VPC, 2 internet or gateway endpoint, 3 virtual private gateway, 4 peering in the region, 5 peering across regions, 6 local gateway, 7 gateway endpoint, 8 internet gateway (7 and 8 on Nitro).",
  ),
  "ecs-cluster-arn": text(7, "ECS cluster of the task."),
  "ecs-cluster-name": text(7, "ECS cluster of the task, by name."),
  "ecs-container-instance-arn": text(7, "Container instance, on EC2."),
  "ecs-container-instance-id": text(7, "Container instance, on EC2, by id."),
  "ecs-container-id": text(7, "Docker id of the first container."),
  "ecs-second-container-id": text(7, "Docker id of the second container."),
  "ecs-service-name": text(7, "ECS service of the task."),
  "ecs-task-definition-arn": text(7, "Task definition of the ECS task."),
  "ecs-task-arn": text(7, "ECS task, by ARN."),
  "ecs-task-id": text(7, "Task, by id."),
  "reject-reason": text(
    8,
    "Why it was rejected beyond groups and ACLs: BPA (block public access) or EC (encryption control).",
  ),
  "resource-id": text(9, "Resource that has no interface of its own, such as a regional NAT gateway."),
  "encryption-status": text(10, "Encrypted in transit by: 0 nobody, 1 Nitro, 2 the application, 3 both."),
  "instance-tag": tagOf("instance", "Value of the instance's first chosen tag, percent-encoded."),
  "instance-tag-2": tagOf("instance", "Value of the instance's second chosen tag, percent-encoded."),
  "interface-tag": tagOf("interface", "Value of the interface's first chosen tag, percent-encoded."),
  "interface-tag-2": tagOf("interface", "Value of the interface's second chosen tag, percent-encoded."),
  "asg-tag": tagOf("asg", "Value of the Auto Scaling group's first chosen tag, percent-encoded."),
  "asg-tag-2": tagOf("asg", "Value of the Auto Scaling group's second chosen tag, percent-encoded."),
  "interface-type": text(11, "What the interface belongs to, such as nat_gateway or vpc_endpoint."),
  "next-hop-interface-id": text(11, "Interface that the packets go to next."),
  "next-hop-subnet-id": text(11, "Subnet of the next hop."),
  "next-hop-az-id": text(11, "Availability zone of the next hop."),
  "next-hop-vpc-id": text(11, "VPC of the next hop."),
  "next-hop-interface-type": text(11, "What the next hop's interface belongs to."),
} as const;
