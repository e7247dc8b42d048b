import { createHash } from "node:crypto";

import { renderHtml } from "../../../../gate/report/format/html/html";
import { SCRIPT } from "../../../../gate/report/format/html/script";
import { report } from "../sample";
import { audience, hostile, many, mixed, refused } from "./world";

/** The page without what we wrote: what is left came from the input. */
function withoutCode(page: string): string {
  return page.replace(/<style>.*?<\/style>/s, "").replace(/<script>.*?<\/script>/s, "");
}

test("the page loads nothing, and runs what it was written with alone", () => {
  const page = renderHtml(mixed, audience);
  const hash = createHash("sha256").update(SCRIPT).digest("base64");
  expect(page).toContain(`default-src 'none'; style-src 'sha256-`);
  expect(page).toContain(`script-src 'sha256-${hash}'`);
  expect(withoutCode(page)).not.toMatch(/\b(?:src|href|action|on\w+)=|url\(|@import/);
});

test("every finding, path, rule and document stands on it", () => {
  const page = renderHtml(mixed, audience);
  expect(page.match(/<article /g)).toHaveLength(5);
  expect(page.match(/<svg /g)).toHaveLength(1);
  expect(page).toContain("broken: policy");
  expect(page).toContain("The path is broken at the policy");
  expect(page).toContain("waived until 2027-03-31: sandbox");
  expect(page).toContain("main.ts:14");
  expect(page).toContain("<caption>How many subjects got which verdict</caption>");
  expect(page).toContain("<caption>Documents</caption>");
});

test("the auditor finds the subjects of each control", () => {
  const [rule] = audience.catalogue;
  if (rule === undefined) throw new Error("the catalogue has rules");
  const mapped = [{ ...rule, controls: ["A v1 2.9", "A v1 3.1"] }];
  const counted = report({ rules: [{ id: rule.id, pass: 3, fail: 1, undecided: 2, waived: 4 }] });
  expect(renderHtml(counted, { catalogue: mapped })).toContain(
    `<th scope="row">A v1 3.1</th><td><code>${rule.id}</code></td><td>3</td><td>1</td><td>2</td><td>4</td>`,
  );
});

test("of the controls, those alone that were asked for are told, and what is off", () => {
  const [rule, other] = audience.catalogue;
  if (rule === undefined || other === undefined) throw new Error("the catalogue has rules");
  const catalogue = [
    { ...rule, controls: ["A v1 2.9", "B v2 1"] },
    { ...other, controls: ["A v1 2.9"] },
  ];
  const counted = report({ rules: [{ id: rule.id, pass: 3, fail: 0, undecided: 0, waived: 0 }] });
  const page = renderHtml(counted, { catalogue, controls: new Set(["A v1 2.9"]) });
  expect(page).toContain(`<code>${rule.id}</code> <code>${other.id}</code> (off)</td><td>3</td>`);
  expect(page).not.toContain("B v2 1");
});

test("a path that holds has no cross, and says that records arrive", () => {
  const whole = mixed.flowLogs.map(({ brokenAt, ...path }) => ({
    ...path,
    wasBrokenAt: brokenAt,
    verdict: "pass" as const,
  }));
  expect(whole.map(({ wasBrokenAt }) => wasBrokenAt)).toEqual(["policy"]);
  const page = renderHtml({ ...mixed, flowLogs: whole }, audience);
  expect(page).not.toContain('class="cross"');
  expect(page).toContain("Records arrive");
});

test("what could not be judged says what to do", () => {
  const page = renderHtml(refused, audience);
  expect(page).toContain("<code>plan.json:3:7</code> this is no JSON. To fix it, write the plan again.");
  expect(page).not.toContain("<article");
});

test("no name becomes a tag, an attribute or a script", () => {
  const page = withoutCode(renderHtml(hostile, audience));
  expect(page).not.toMatch(/<(?:img|\/script)/);
  expect(page).not.toContain("\u202e");
  expect(page).not.toContain("\u001b");
  expect(page).toContain("&#60;img src=x onerror=alert(1)&#62;");
});

test("ten thousand findings make one page", () => {
  expect(renderHtml(many(), audience).match(/<article /g)).toHaveLength(10_000);
});
