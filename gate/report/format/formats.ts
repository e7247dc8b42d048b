import type { Report } from "../report";
import type { Audience } from "./audience";

/** What a report can be written as. */
export const FORMATS = [
  "text",
  "json",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "azure",
  "conftest",
  "markdown",
  "html",
] as const;
export type Format = (typeof FORMATS)[number];

/** Writes a report for others than a person at a terminal. */
export type Render = (report: Report, audience: Audience) => string;

/** Formats are loaded when asked for, so that a check of ten flow logs starts as fast as it can. */
export const RENDERERS: Readonly<Record<Exclude<Format, "text">, () => Promise<Render>>> = {
  json: async () => (await import("../json.js")).renderJson,
  sarif: async () => (await import("./sarif.js")).renderSarif,
  junit: async () => (await import("./junit.js")).renderJunit,
  github: async () => (await import("./github.js")).renderGithub,
  gitlab: async () => (await import("./gitlab.js")).renderGitlab,
  azure: async () => (await import("./azure.js")).renderAzure,
  conftest: async () => (await import("./conftest.js")).renderConftest,
  markdown: async () => (await import("./markdown.js")).renderMarkdown,
  html: async () => (await import("./html/html.js")).renderHtml,
};
