import { anyOf } from "./address";
import type { Question } from "./question";

/** Distinct refused ports of one host in five minutes from which a source counts as a scanner. */
const SCANNED_PORTS = 15;
/** Hosts refused at one port in five minutes from which a source counts as sweeping. */
const SWEPT_HOSTS = 30;
/** Connections to one port of one host in five minutes that no person makes. */
const CONNECTIONS = 20;

/** The start of the five minutes in which a record began. */
function fiveMinutes(start: string): string {
  return `from_unixtime(${start} - ${start} % 300)`;
}

/** Who behaves as an attacker does. MITRE ATT&CK T1046 and T1110. */
export const SUSPECT_QUESTIONS: readonly Question[] = [
  {
    id: "port-scan",
    title: "Port-scan suspects",
    why: `One source is refused at ${SCANNED_PORTS} or more ports of one host within five minutes.`,
    ofRejects: true,
    insights: (of) => [
      `filter ${of("action")} = "REJECT"`,
      `stats count_distinct(${of("dstport")}) as ports by ${of("srcaddr")}, ${of("dstaddr")}, bin(5m)`,
      `filter ports >= ${SCANNED_PORTS}`,
      "sort ports desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${fiveMinutes(of("start"))} AS began, ${of("srcaddr")}, ${of("dstaddr")}, count(DISTINCT ${of("dstport")}) AS ports
FROM flow_logs
WHERE ${within} AND ${of("action")} = 'REJECT'
GROUP BY 1, 2, 3
HAVING count(DISTINCT ${of("dstport")}) >= ${SCANNED_PORTS}
ORDER BY ports DESC, 1, 2, 3
LIMIT 50`,
  },
  {
    id: "host-sweep",
    title: "Host-sweep suspects",
    why: `One source is refused at one port of ${SWEPT_HOSTS} or more hosts within five minutes.`,
    ofRejects: true,
    insights: (of) => [
      `filter ${of("action")} = "REJECT"`,
      `stats count_distinct(${of("dstaddr")}) as hosts by ${of("srcaddr")}, ${of("dstport")}, bin(5m)`,
      `filter hosts >= ${SWEPT_HOSTS}`,
      "sort hosts desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${fiveMinutes(of("start"))} AS began, ${of("srcaddr")}, ${of("dstport")}, count(DISTINCT ${of("dstaddr")}) AS hosts
FROM flow_logs
WHERE ${within} AND ${of("action")} = 'REJECT'
GROUP BY 1, 2, 3
HAVING count(DISTINCT ${of("dstaddr")}) >= ${SWEPT_HOSTS}
ORDER BY hosts DESC, 1, 2, 3
LIMIT 50`,
  },
  {
    id: "brute-force",
    title: "Brute-force suspects",
    why: `One source opens ${CONNECTIONS} or more connections to SSH or RDP of one host within five minutes, refused or not.`,
    insights: (of) => [
      `filter ${anyOf(of("dstport"), [22, 3389])}`,
      `stats count_distinct(${of("srcport")}) as connections by ${of("srcaddr")}, ${of("dstaddr")}, ${of("dstport")}, bin(5m)`,
      `filter connections >= ${CONNECTIONS}`,
      "sort connections desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${fiveMinutes(of("start"))} AS began, ${of("srcaddr")}, ${of("dstaddr")}, ${of("dstport")}, count(DISTINCT ${of("srcport")}) AS connections
FROM flow_logs
WHERE ${within} AND ${of("dstport")} IN (22, 3389)
GROUP BY 1, 2, 3, 4
HAVING count(DISTINCT ${of("srcport")}) >= ${CONNECTIONS}
ORDER BY connections DESC, 1, 2, 3, 4
LIMIT 50`,
  },
];
