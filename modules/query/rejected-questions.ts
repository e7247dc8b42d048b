import { anyOf } from "./address";
import type { Question } from "./question";

/** What security groups and network ACLs refused. */
export const REJECTED_QUESTIONS: readonly Question[] = [
  {
    id: "rejected-traffic",
    title: "Rejected traffic",
    why: "What security groups and network ACLs refused, newest first.",
    ofRejects: true,
    insights: (of) => [
      `filter ${of("action")} = "REJECT"`,
      `display @timestamp, ${of("srcaddr")}, ${of("dstaddr")}, ${of("dstport")}, ${of("action")}`,
      "sort @timestamp desc",
      "limit 200",
    ],
    athena: (of, within) => `
SELECT from_unixtime(${of("start")}) AS began, ${of("srcaddr")}, ${of("dstaddr")}, ${of("dstport")}, ${of("action")}
FROM flow_logs
WHERE ${within} AND ${of("action")} = 'REJECT'
ORDER BY ${of("start")} DESC
LIMIT 200`,
  },
  {
    id: "rejected-ports",
    title: "Rejected traffic by port",
    why: "Which ports are knocked at in vain, and by how many. A port of a service of your own points to a security group that is too tight.",
    ofRejects: true,
    insights: (of) => [
      `filter ${of("action")} = "REJECT"`,
      `stats count(*) as rejected, count_distinct(${of("srcaddr")}) as sources by ${of("dstport")}, ${of("protocol")}`,
      "sort rejected desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${of("dstport")}, ${of("protocol")}, count(*) AS rejected, count(DISTINCT ${of("srcaddr")}) AS sources
FROM flow_logs
WHERE ${within} AND ${of("action")} = 'REJECT'
GROUP BY 1, 2
ORDER BY rejected DESC, 1, 2
LIMIT 50`,
  },
  {
    id: "rejected-ssh-rdp",
    title: "Rejected SSH and RDP",
    why: "Who was refused at ports 22 and 3389, and where. Your own address among the sources explains an SSH session that hangs.",
    ofRejects: true,
    insights: (of) => [
      `filter ${of("action")} = "REJECT" and ${anyOf(of("dstport"), [22, 3389])}`,
      `stats count(*) as attempts by ${of("srcaddr")}, ${of("dstaddr")}, ${of("dstport")}`,
      "sort attempts desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${of("srcaddr")}, ${of("dstaddr")}, ${of("dstport")}, count(*) AS attempts
FROM flow_logs
WHERE ${within} AND ${of("action")} = 'REJECT' AND ${of("dstport")} IN (22, 3389)
GROUP BY 1, 2, 3
ORDER BY attempts DESC, 1, 2, 3
LIMIT 50`,
  },
  {
    id: "one-sided-rejects",
    title: "Answers that are rejected",
    why: "A request was let in and its answer was not let out: a network ACL, which unlike a security group does not remember connections.",
    ofRejects: true,
    insights: (of) => [
      `filter ${of("action")} = "REJECT" and ${of("srcport")} < 1024 and ${of("dstport")} >= 1024`,
      `stats count(*) as rejected by ${of("srcaddr")}, ${of("srcport")}, ${of("dstaddr")}`,
      "sort rejected desc",
      "limit 50",
    ],
    athena: (of, within) => `
WITH flows AS (
  SELECT DISTINCT ${of("interface-id")}, ${of("srcaddr")}, ${of("dstaddr")}, ${of("srcport")}, ${of("dstport")}, ${of("protocol")}, ${of("action")}
  FROM flow_logs
  WHERE ${within}
)
SELECT request.interface_id, request.srcaddr AS asked_by, request.dstaddr AS answered_by, request.dstport, count(*) AS connections
FROM flows AS request
JOIN flows AS answer
  ON answer.interface_id = request.interface_id AND answer.protocol = request.protocol
  AND answer.srcaddr = request.dstaddr AND answer.srcport = request.dstport
  AND answer.dstaddr = request.srcaddr AND answer.dstport = request.srcport
WHERE request.action = 'ACCEPT' AND answer.action = 'REJECT'
GROUP BY 1, 2, 3, 4
ORDER BY connections DESC, 1, 2, 3, 4
LIMIT 50`,
  },
];
