import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Document } from "../../../../gate/read/document";
import { readDocuments } from "../../../../gate/read/read";
import type { Resource, ResourceChange } from "../../../../gate/read/resource";

/** A real plan or state of `__tests__/fixtures/plans` (made by `node tools/plan-fixtures.js`). */
export function fixture(name: string): Document {
  return {
    path: `${name}.json`,
    text: readFileSync(join(__dirname, "../../../fixtures/plans", `${name}.json`), "utf8"),
  };
}

/** The resource with this address, which has to be there. */
export function resourceOf(document: Document, address: string): Resource {
  const { configuration, faults } = readDocuments([document]);
  expect(faults).toEqual([]);
  const found = configuration.resources.find((each) => each.address === address);
  if (found === undefined) throw new Error(`${document.path} holds no ${address}`);
  return found;
}

/** The changes of the plan, by address. */
export function changesOf(document: Document): Map<string, ResourceChange> {
  const { configuration, faults } = readDocuments([document]);
  expect(faults).toEqual([]);
  return new Map(configuration.sources.flatMap(({ changes }) => changes.map((each) => [each.address, each])));
}

/** A plan of one resource in the root, as Terraform prints it. */
export interface Written {
  readonly type?: string;
  readonly after?: object | null;
  readonly unknown?: object;
  readonly sensitive?: object;
  readonly before?: object | null;
  readonly actions?: readonly string[];
  readonly expressions?: object;
  readonly plan?: object;
  /** Of `configuration.root_module`. */
  readonly root?: object;
}

/** The text of such a plan; the resource is `TYPE.x`, by default an `aws_flow_log`. */
export function planText(given: Written): string {
  const { type = "aws_flow_log", after = {}, unknown = {}, sensitive = {}, before = null } = given;
  const resource = { mode: "managed", type, name: "x", address: `${type}.x` };
  const { actions = ["create"], expressions = {}, plan = {}, root = {} } = given;
  const change = { actions, before, after, after_unknown: unknown, after_sensitive: sensitive };
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: [{ ...resource, provider_name: "registry.terraform.io/hashicorp/aws", change }],
    configuration: {
      root_module: { resources: [{ ...resource, provider_config_key: "aws", expressions }], ...root },
    },
    complete: true,
    errored: false,
    ...plan,
  });
}

/** The one resource of such a plan, as it is read. */
export function planned(given: Written): Resource {
  return resourceOf({ path: "plan.json", text: planText(given) }, `${given.type ?? "aws_flow_log"}.x`);
}
