import type { Fault } from "../read/document";
import { shown } from "./complaint";

/** The current day in UTC, YYYY-MM-DD. */
export function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What is wrong with a day that is given for the day of the run; `name` is how it was given. */
export function dayFaults(day: unknown, name: string): readonly Fault[] {
  if (day === undefined || isDay(day)) return [];
  return [{ message: `${name} cannot be ${shown(day)}`, fix: "write a day of the calendar as YYYY-MM-DD" }];
}

function isDay(day: unknown): boolean {
  if (typeof day !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(day) || day < "0001") return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
