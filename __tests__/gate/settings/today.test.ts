import { currentDay, dayFaults } from "../../../gate/settings/today";

test.each(["2026-11-21", "2024-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (day) => {
  expect(dayFaults(day, "--today")).toEqual([]);
});

test.each<[unknown]>([
  ["2026-02-29"],
  ["2026-11-31"],
  ["21.11.2026"],
  ["2026-11-21T00:00"],
  [""],
  [20261121],
  [null],
  ["0000-01-01"],
])("%p is none", (day) => {
  const [fault, ...others] = dayFaults(day, "--today");
  expect(fault?.message).toBe(`--today cannot be ${typeof day === "string" ? `"${day}"` : String(day)}`);
  expect(fault?.fix).toBe("write a day of the calendar as YYYY-MM-DD");
  expect(others).toEqual([]);
});

test("the current day is one, in UTC", () => {
  expect(dayFaults(currentDay(), "--today")).toEqual([]);
  expect(Math.abs(Date.parse(currentDay()) - Date.now())).toBeLessThan(2 * 86_400_000);
});
