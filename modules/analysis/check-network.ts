import { isIPv4 } from "node:net";
import { isDeferred, shown, type Problems } from "../refusal/problems";

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

/** A whole number between bounds, where one is given. */
export function checkWhole(
  prop: string,
  value: unknown,
  least: number,
  most: number,
  problems: Problems,
): void {
  if (value === undefined || isDeferred(value) || isWhole(value, least, most)) return;
  problems.add(prop, `is ${shown(value)}; give a whole number from ${least} to ${most}`);
}

/** A port, where one is given. */
export function checkPort(prop: string, value: unknown, problems: Problems): void {
  checkWhole(prop, value, 1, 65535, problems);
}

/** An IPv4 address, where one is given. */
export function checkIp(prop: string, value: unknown, problems: Problems): void {
  if (value === undefined || isDeferred(value) || (typeof value === "string" && isIPv4(value))) return;
  problems.add(prop, `is ${shown(value)}; give an IPv4 address, such as 10.0.0.10`);
}

/** An IPv4 range whose address has no bit beyond the prefix, as EC2 asks, where one is given. */
export function checkCidr(prop: string, value: unknown, problems: Problems): void {
  if (value === undefined || isDeferred(value)) return;
  const [address = "", length = "", ...more] = typeof value === "string" ? value.split("/") : [];
  const bits = Number(length);
  if (!isIPv4(address) || !/^\d{1,2}$/.test(length) || bits > 32 || more.length > 0) {
    problems.add(prop, `is ${shown(value)}; give an IPv4 range, such as 10.0.0.0/16`);
    return;
  }
  const size = 2 ** (32 - bits);
  const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const start = number - (number % size);
  if (start === number) return;
  const first = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join(".");
  problems.add(prop, `is ${shown(value)}, which begins inside its range; use ${shown(`${first}/${bits}`)}`);
}
