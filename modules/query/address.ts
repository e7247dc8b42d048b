/** Ranges of RFC 1918, that no router of the internet knows. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** Is the address private? In CloudWatch Logs Insights. */
export function privateInInsights(name: string): string {
  return `(${PRIVATE.map((range) => `isIpv4InSubnet(${name}, "${range}")`).join(" or ")})`;
}

/** Is the address private? In SQL; `-`, which stands where there was no traffic, is NULL and never true. */
export function privateInSql(name: string): string {
  return `(${PRIVATE.map((range) => `contains('${range}', try_cast(${name} AS ipaddress))`).join(" OR ")})`;
}

/** Is the field one of these? Not `in`, since fields that `parse` made are texts. */
export function anyOf(name: string, values: readonly number[]): string {
  return `(${values.map((value) => `${name} = ${value}`).join(" or ")})`;
}
