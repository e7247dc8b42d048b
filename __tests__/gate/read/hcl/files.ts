import type { Document } from "../../../../gate/read/document";
import { readHcl } from "../../../../gate/read/hcl/read-hcl";
import { readDocuments, type Reading } from "../../../../gate/read/read";
import type { Resource } from "../../../../gate/read/resource";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

export async function documentsOf(files: Files): Promise<Document[]> {
  return readHcl(Object.entries(files).map(([path, text]) => ({ path, text })));
}

export async function read(files: Files): Promise<Reading> {
  return readDocuments(await documentsOf(files));
}

/** The resources of files that Terraform takes. */
export async function resources(files: Files): Promise<readonly Resource[]> {
  const { configuration, faults } = await read(files);
  expect(faults).toEqual([]);
  return configuration.resources;
}

/** The arguments of the one resource. */
export async function attributes(files: Files): Promise<unknown> {
  const [only, ...others] = await resources(files);
  expect(others).toEqual([]);
  return only?.attributes;
}
