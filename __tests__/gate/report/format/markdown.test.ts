import { renderMarkdown } from "../../../../gate/report/format/markdown";
import { markdownBlock, markdownText } from "../../../../gate/report/format/markdown-text";
import { mermaidPath } from "../../../../gate/report/format/mermaid";
import { report } from "../sample";
import { audience, HOSTILE, hostile, many, mixed, refused } from "./world";

/** GitHub refuses a longer comment: "Body is too long (maximum is 65536 characters)". */
const GITHUB_LIMIT = 65_536;

test("a reviewer sees the verdict in the first line, the table, the picture, and can unfold the rest", () => {
  expect(renderMarkdown(mixed, audience)).toMatchInlineSnapshot(`
   "## flowgate: fail  1 failed, 1 warning, 1 undecided, 2 of 5 rules passed for 1 flow log &#40;4 resources&#41; in network, 1 finding waived, 1 finding known <!-- flowgate:network -->

   | | rule | resource | what |
   |---|---|---|---|
   | **fails** | delivery-not-granted | <code>aws&#95;flow&#95;log.f</code><br><code>main.ts:14</code> | the role may not write to its own log group |
   | warning | delivery-race | <code>aws&#95;flow&#95;log.f</code> | the role may not write to its own log group |
   | undecided | retention-unset | <code>aws&#95;flow&#95;log.f</code> | the role may not write to its own log group |
   | waived | retention-too-short | <code>aws&#95;cloudwatch&#95;log&#95;group.g</code> | the role may not write to its own log group |
   | known | trust-extra-principal | <code>aws&#95;flow&#95;log.f</code> | the role may not write to its own log group |

   \`\`\`mermaid
   flowchart LR
     n0["captured<br>aws_vpc.v"]
     n1["flow log<br>aws_flow_log.f"]
     n2["role<br>aws_iam_role.r"]
     n3["policy<br>aws_iam_role_policy.p"]
     n4["destination<br>aws_cloudwatch_log_group.g"]
     n0 --> n1
     n1 --> n2
     n2 --> n3
     n3 --x|broken: policy| n4
   \`\`\`

   | control | fails | undecided | rules |
   |---|---|---|---|
   | CIS AWS v6.0.0 4.7 | 1 | 0 | delivery-not-granted |

   <details><summary>delivery-not-granted <code>aws&#95;flow&#95;log.f</code></summary>

   **fails**: the role may not write to its own log group

   <code>network</code> <code>network/flow-logs</code> <code>out/net.tf.json</code>

   \`\`\`
   arn:aws:logs:eu-west-1:1:log-group:/x*
                                      ^^
   \`\`\`

   To fix it, grant the group&#39;s ARN.

   \`\`\`json
   {
     "Version": "2012-10-17",
     "Statement": []
   }
   \`\`\`

   Controls: CIS AWS v6.0.0 4.7

   </details>

   <details><summary>delivery-race <code>aws&#95;flow&#95;log.f</code></summary>

   warning: the role may not write to its own log group

   <code>network</code> <code>out/net.tf.json</code>

   To fix it, grant the group&#39;s ARN.

   </details>

   <details><summary>retention-unset <code>aws&#95;flow&#95;log.f</code></summary>

   undecided: the role may not write to its own log group

   <code>network</code> <code>out/net.tf.json</code>

   To fix it, grant the group&#39;s ARN.

   </details>

   <details><summary>retention-too-short <code>aws&#95;cloudwatch&#95;log&#95;group.g</code></summary>

   waived: the role may not write to its own log group

   waived until 2027-03-31: sandbox

   <code>network</code> <code>out/net.tf.json</code>

   To fix it, grant the group&#39;s ARN.

   </details>

   <details><summary>trust-extra-principal <code>aws&#95;flow&#95;log.f</code></summary>

   known: the role may not write to its own log group

   known from the baseline

   <code>network</code> <code>out/net.tf.json</code>

   To fix it, grant the group&#39;s ARN.

   </details>
   "
  `);
});

test("a clean run is one line", () => {
  expect(renderMarkdown(report(), audience)).toBe(
    "## flowgate: pass  2 rules hold for 1 flow log &#40;4 resources&#41; in network <!-- flowgate:network -->\n",
  );
});

test("what could not be judged says what to do", () => {
  expect(renderMarkdown(refused, audience)).toBe(
    "## flowgate: could not judge: 1 problem <!-- flowgate:input -->\n\n" +
      "- <code>plan.json</code>: this is no JSON. To fix it, write the plan again.\n",
  );
});

test("ten thousand findings fit into a comment: whole ones are left out, and it says how many", () => {
  const text = renderMarkdown(many(), audience);
  expect(Buffer.byteLength(text)).toBeLessThan(GITHUB_LIMIT);
  const told = text.match(/<details>/g)?.length ?? 0;
  expect(told).toBeGreaterThan(50);
  expect(text.match(/<\/details>/g)).toHaveLength(told);
  expect(text).toContain(`and ${10_000 - told} more findings, left out: a comment holds no more`);
});

test("faults by the thousand are cut too", () => {
  const errors = Array.from({ length: 5_000 }, (_, at) => ({ message: `problem ${at}`, fix: "mend it" }));
  const text = renderMarkdown({ ...refused, errors }, audience);
  expect(Buffer.byteLength(text)).toBeLessThan(GITHUB_LIMIT);
  expect(text).toMatch(/and \d+ more problems, left out/);
});

test("the marker is ended by us alone", () => {
  const [first = ""] = renderMarkdown(hostile, audience).split("\n");
  expect(first.match(/<!-- flowgate:[A-Za-z0-9._/,]{1,80} -->$/)).not.toBeNull();
});

test("no name becomes Markdown: what is not ours is entities", () => {
  const shown = markdownText(HOSTILE);
  expect(shown).not.toMatch(/[`*_[\]()|~\\\n]/);
  expect(shown.replaceAll("<!-- -->", "")).not.toMatch(/[<>]/);
  expect(shown).not.toMatch(/[@#$](?!\d+;|<!-- -->)/);
  expect(shown).not.toMatch(/:\/\/|www\./);
});

test("no line of a block ends it", () => {
  expect(markdownBlock(["a", "```` b"], "json")).toBe("`````json\na\n```` b\n`````");
});

describe("the picture", () => {
  const [path] = mixed.flowLogs;
  if (path === undefined) throw new Error("the sample has a flow log");

  test.each([
    ["role", "n1 --x|broken: role| n2"],
    ["trust", "n1 --x|broken: trust| n2"],
    ["policy", "n3 --x|broken: policy| n4"],
    ["destination", "n3 --x|broken: destination| n4"],
  ] as const)("a path broken at the %s is crossed out there", (brokenAt, link) => {
    const lines = mermaidPath({ ...path, brokenAt }).split("\n");
    expect(lines.filter((line) => line.includes("--x"))).toEqual([`  ${link}`]);
  });

  test("without a role the link to the destination is the broken one", () => {
    const { role, ...roleless } = path;
    expect(role).toBeDefined();
    expect(mermaidPath({ ...roleless, policies: [], brokenAt: "role" })).toContain("n1 --x|broken: role| n2");
  });

  test("a path that holds has no cross, and several policies are counted", () => {
    const { brokenAt, ...whole } = path;
    expect(brokenAt).toBe("policy");
    const policies = [...path.policies, { source: 0, address: "aws_iam_role_policy.q" }];
    const picture = mermaidPath({ ...whole, policies });
    expect(picture).not.toContain("--x");
    expect(picture).toContain('n3["policy<br>aws_iam_role_policy.p and 1 more"]');
  });

  test("no name ends a label", () => {
    const [hostilePath] = hostile.flowLogs;
    for (const line of mermaidPath(hostilePath ?? path)
      .split("\n")
      .slice(1))
      expect(line).toMatch(/^ {2}n\d(\["[a-z ]+<br>[\w .,:/#;-]+"\]| (-->|--x\|broken: \w+\|) n\d)$/);
  });
});
