import { anyOf, privateInInsights, privateInSql } from "./address";
import type { Question, Words } from "./question";

/** Leaves out records without traffic, where the format says which they are. */
function withTraffic(of: Words): string {
  return of.holds("log-status") ? ` AND ${of("log-status")} = 'OK'` : "";
}

/** A column that is there only where its field is captured. */
function also(of: Words, field: "action"): string {
  return of.holds(field) ? `, ${of(field)}` : "";
}

/** Who sends how much to whom, and when. */
export const VOLUME_QUESTIONS: readonly Question[] = [
  {
    id: "top-talkers",
    title: "Top talkers",
    why: "Who sends the most bytes to whom. A slow machine whose strangers lead this list is being flooded.",
    insights: (of) => [
      `stats sum(${of("bytes")}) as totalBytes, count(*) as records by ${of("srcaddr")}, ${of("dstaddr")}`,
      "sort totalBytes desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${of("srcaddr")}, ${of("dstaddr")}, sum(${of("bytes")}) AS total_bytes, count(*) AS records
FROM flow_logs
WHERE ${within}${withTraffic(of)}
GROUP BY 1, 2
ORDER BY total_bytes DESC, 1, 2
LIMIT 50`,
  },
  {
    id: "traffic-to-port",
    title: "Traffic to a port",
    why: "Who uses a service, and how much: the port is in the query.",
    insights: (of) => [
      `filter ${of("dstport")} = ${of.port}`,
      `stats sum(${of("bytes")}) as totalBytes, count(*) as records by ${of("srcaddr")}, ${of("dstaddr")}${also(of, "action")}`,
      "sort totalBytes desc",
      "limit 50",
    ],
    athena: (of, within) => `
SELECT ${of("srcaddr")}, ${of("dstaddr")}${also(of, "action")}, sum(${of("bytes")}) AS total_bytes, count(*) AS records
FROM flow_logs
WHERE ${within} AND ${of("dstport")} = ${of.port}
GROUP BY 1, 2${of.holds("action") ? ", 3" : ""}
ORDER BY total_bytes DESC, 1, 2
LIMIT 50`,
  },
  {
    id: "volume-over-time",
    title: "Volume over time",
    why: "Bytes in steps of five minutes or an hour: when it began, and whether it was let through.",
    insights: (of) => [`stats sum(${of("bytes")}) as totalBytes by bin(5m)${also(of, "action")}`],
    athena: (of, within) => `
SELECT date_trunc('hour', from_unixtime(${of("start")})) AS hour${also(of, "action")}, sum(${of("bytes")}) AS total_bytes, count(*) AS records
FROM flow_logs
WHERE ${within}${withTraffic(of)}
GROUP BY 1${of.holds("action") ? ", 2" : ""}
ORDER BY 1${of.holds("action") ? ", 2" : ""}`,
  },
  {
    id: "way-to-the-internet",
    title: "The way to the internet",
    why: "Private machines that reach for ports 80 and 443 of the internet, let through or not. A machine that gets no patches and is not listed lacks a route or a NAT gateway; one that is refused lacks a rule.",
    insights: (of) => [
      `filter ${anyOf(of("dstport"), [80, 443])} and ${privateInInsights(of("srcaddr"))} and not ${privateInInsights(of("dstaddr"))}`,
      `stats count(*) as records, sum(${of("bytes")}) as totalBytes by ${of("srcaddr")}, ${of("dstport")}, ${of("action")}`,
      "sort records desc",
      "limit 100",
    ],
    athena: (of, within) => `
SELECT ${of("srcaddr")}, ${of("dstport")}, ${of("action")}, count(*) AS records, sum(${of("bytes")}) AS total_bytes
FROM flow_logs
WHERE ${within} AND ${of("dstport")} IN (80, 443)
  AND ${privateInSql(of("srcaddr"))}
  AND NOT ${privateInSql(of("dstaddr"))}
GROUP BY 1, 2, 3
ORDER BY records DESC, 1, 2, 3
LIMIT 100`,
  },
];
