import { renderAzure } from "../../../../gate/report/format/azure";
import { renderGithub } from "../../../../gate/report/format/github";
import { renderHtml } from "../../../../gate/report/format/html/html";
import { renderMarkdown } from "../../../../gate/report/format/markdown";
import { mermaidPath } from "../../../../gate/report/format/mermaid";
import { finding, report } from "../sample";
import { audience, HOSTILE, mixed } from "./world";

const gone = finding({ rule: "retention-unset", address: "aws_cloudwatch_log_group.old", message: "kept" });
const better = report({ fixed: [gone] });

describe("what a baseline had and this run does not find", () => {
  test.each([
    ["github", renderGithub, "fixed: retention-unset aws_cloudwatch_log_group.old: kept\npass  "],
    ["azure", renderAzure, "fixed: retention-unset aws_cloudwatch_log_group.old: kept\npass  "],
    [
      "markdown",
      renderMarkdown,
      "\n- fixed: retention-unset <code>aws&#95;cloudwatch&#95;log&#95;group.old</code> kept\n",
    ],
    [
      "html",
      renderHtml,
      '<h2 id="fixed">Fixed since the baseline</h2><ul><li>retention-unset: kept <code>aws_cloudwatch_log_group.old</code></li></ul>',
    ],
  ])("is told in %s", (_, render, told) => {
    expect(render(better, audience)).toContain(told);
    expect(render(report(), audience)).not.toMatch(/fixed[: ]|id="fixed"/);
  });

  test("cannot break the host's syntax", () => {
    const evil = report({ fixed: [finding({ address: HOSTILE, message: HOSTILE })] });
    expect(renderGithub(evil, audience)).not.toMatch(/^::/m);
    expect(renderAzure(evil, audience)).not.toContain("##vso[task.complete");
    expect(renderMarkdown(evil, audience)).not.toMatch(/<img|@everyone\b(?!<)/);
    expect(renderHtml(evil, audience)).not.toContain("<img");
  });

  test("of ten thousand leaves room in a comment, and says how many are not listed", () => {
    const fixed = Array.from({ length: 10_000 }, (_, at) => finding({ address: `aws_flow_log.f${at}` }));
    const text = renderMarkdown(report({ fixed }), audience);
    expect(text).toMatch(/\nand \d+ more fixed findings, not listed\n/);
    expect(text.length).toBeLessThan(65_536);
  });
});

describe("what excuses a finding is said in a word", () => {
  test("in the page's tag, and in its filter", () => {
    const page = renderHtml(mixed, audience);
    expect(page).toContain(">waived \u00b7 retention-too-short<");
    expect(page).toContain(">known \u00b7 trust-extra-principal<");
    expect(page).toContain('value="excused" checked> waived or known<');
  });
});

describe("the controls that findings speak against", () => {
  const head = "| control | fails | undecided | rules |";
  const controls = ["CIS AWS v6.0.0 4.7"];

  test("are counted in a comment, by control; what is excused does not count", () => {
    const findings = [
      finding({ controls }),
      finding({ rule: "retention-unset", verdict: "undecided", controls: [...controls, "AC | 4"] }),
      finding({ known: true, controls: ["other"] }),
    ];
    expect(renderMarkdown(report({ findings }), audience)).toContain(`${head}
|---|---|---|---|
| AC &#124; 4 | 0 | 1 | retention-unset |
| CIS AWS v6.0.0 4.7 | 1 | 1 | delivery-not-granted, retention-unset |

`);
  });

  test("are those of the presets that were asked for", () => {
    const told = report({ findings: [finding({ controls })] });
    expect(renderMarkdown(told, { ...audience, controls: new Set() })).not.toContain(head);
    expect(renderMarkdown(told, { ...audience, controls: new Set(controls) })).toContain(head);
  });
});

test("a link that is not known is drawn as one, and said in words", () => {
  const [first] = mixed.flowLogs;
  if (first === undefined) throw new Error("the report has no flow log");
  const { brokenAt, ...path } = { ...first, verdict: "undecided", unknownAt: "policy" } as const;
  expect(brokenAt).toBeDefined();
  const page = renderHtml(report({ flowLogs: [path] }), audience);
  expect(page).toContain('class="link unknown"');
  expect(page).toContain(">unknown: policy<");
  expect(page).toContain("Whether the policy holds is not known");
  expect(mermaidPath(path)).toContain("\n  n3 -.->|unknown: policy| n4");
  expect(mermaidPath(path)).not.toContain("--x");
});
