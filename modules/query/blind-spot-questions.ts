import { anyOf } from "./address";
import type { Question } from "./question";

/** What flow logs leave out, or say in another way. */
export const BLIND_SPOT_QUESTIONS: readonly Question[] = [
  {
    id: "original-destination",
    title: "Original destinations",
    why: "Packets whose destination is not the one of the record: dstaddr is always the primary address of the interface, pkt-dstaddr is the one that was asked for.",
    insights: (of) => [
      `filter ${of("dstaddr")} != ${of("pkt-dstaddr")}`,
      `stats count(*) as records, sum(${of("bytes")}) as totalBytes by ${of("srcaddr")}, ${of("dstaddr")}, ${of("pkt-dstaddr")}`,
      "sort totalBytes desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${of("srcaddr")}, ${of("dstaddr")}, ${of("pkt-dstaddr")}, count(*) AS records, sum(${of("bytes")}) AS total_bytes
FROM flow_logs
WHERE ${within} AND ${of("dstaddr")} <> ${of("pkt-dstaddr")}
GROUP BY 1, 2, 3
ORDER BY total_bytes DESC, 1, 2, 3
LIMIT 50`,
  },
  {
    id: "dns-and-dhcp",
    title: "DNS and DHCP, as far as they are recorded",
    why: "What goes to the Amazon DNS server and what DHCP does is never recorded: no row here does not mean no query. DNS servers of your own and of others are.",
    insights: (of) => [
      `filter ${anyOf(of("dstport"), [53, 67, 68])}`,
      `stats count(*) as records, count_distinct(${of("srcaddr")}) as clients by ${of("dstaddr")}, ${of("dstport")}, ${of("protocol")}`,
      "sort records desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${of("dstaddr")}, ${of("dstport")}, ${of("protocol")}, count(*) AS records, count(DISTINCT ${of("srcaddr")}) AS clients
FROM flow_logs
WHERE ${within} AND ${of("dstport")} IN (53, 67, 68)
GROUP BY 1, 2, 3
ORDER BY records DESC, 1, 2, 3
LIMIT 50`,
  },
  {
    id: "gaps",
    title: "Gaps in the records",
    why: "SKIPDATA: AWS lost records, through lack of capacity or an error of its own. NODATA: the interface was idle.",
    insights: (of) => [
      `filter ${of("log-status")} != "OK"`,
      `stats count(*) as records by ${of("log-status")}, bin(1h)`,
    ],
    athena: (of, within) => `
SELECT date_trunc('hour', from_unixtime(${of("start")})) AS hour, ${of("log-status")}, count(*) AS records
FROM flow_logs
WHERE ${within} AND ${of("log-status")} <> 'OK'
GROUP BY 1, 2
ORDER BY 1, 2`,
  },
];
