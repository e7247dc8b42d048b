import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium, type Browser, type Page } from "playwright-core";

import { renderHtml } from "../../gate/report/format/html/html";
import { audience, hostile, mixed, refused } from "../gate/report/format/world";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const REPORTS = { mixed, hostile, refused };

let browser: Browser;
let folder = "";

beforeAll(async () => {
  // What tools/install-chromium makes sure of.
  const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser"], {
    encoding: "utf8",
  }).trim();
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  folder = mkdtempSync(join(tmpdir(), "flowgate-html-"));
  for (const [name, report] of Object.entries(REPORTS))
    writeFileSync(join(folder, `${name}.html`), renderHtml(report, audience));
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Visit {
  readonly page: Page;
  /** What the page asked for beside itself, and what it complained of. */
  readonly noise: readonly string[];
}

/** Opens a report; the caller closes the page. */
async function open(
  name: keyof typeof REPORTS,
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<Visit> {
  const page = await browser.newPage(options);
  const noise: string[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith(`${name}.html`)) noise.push(`request ${request.url()}`);
  });
  page.on("console", (message) => noise.push(`console ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error ${error.message}`));
  page.on("dialog", (dialog) => noise.push(`dialog ${dialog.message()}`));
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return { page, noise };
}

describe.each(["mixed", "hostile", "refused"] as const)("the report %s in a browser", (name) => {
  test("loads nothing, complains of nothing and runs nothing of the input", async () => {
    const { page, noise } = await open(name);
    await page.waitForTimeout(200);
    expect(noise).toEqual([]);
    await page.close();
  });

  test.each(["light", "dark"] as const)("is accessible by axe, %s", async (colorScheme) => {
    const { page } = await open(name, { colorScheme, bypassCSP: true });
    await page.addScriptTag({ content: AXE });
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)]);
    });
    expect(violations).toEqual([]);
    await page.close();
  });

  test("is no wider than a telephone", async () => {
    const { page } = await open(name, { viewport: { width: 360, height: 640 } });
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(360);
    await page.close();
  });
});

describe("by keyboard alone", () => {
  const shown = async (page: Page): Promise<number> => page.locator("article:visible").count();

  test("the first key reaches the search, which filters while one types", async () => {
    const { page } = await open("mixed");
    expect(await shown(page)).toBe(5);
    await page.keyboard.press("Tab");
    await page.keyboard.type("delivery-race");
    expect(await shown(page)).toBe(1);
    expect(await page.locator("#count").textContent()).toContain("1");
    await page.close();
  });

  test("the space bar switches a weight off and on", async () => {
    const { page } = await open("mixed");
    for (const key of ["Tab", "Tab", "Space"]) await page.keyboard.press(key);
    expect(await shown(page)).toBe(4);
    await page.keyboard.press("Space");
    expect(await shown(page)).toBe(5);
    await page.close();
  });
});

test("on paper the filter is gone", async () => {
  const { page } = await open("mixed");
  expect(await page.locator("#filter").isVisible()).toBe(true);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#filter").isVisible()).toBe(false);
  await page.close();
});

test("without script the findings stand there, and no filter that does nothing", async () => {
  const { page } = await open("mixed", { javaScriptEnabled: false });
  expect(await page.locator("#filter").isVisible()).toBe(false);
  expect(await page.locator("article").count()).toBe(5);
  await page.close();
});
