import type { Document } from "../../../gate/read/document";
import { readDocuments, type Reading } from "../../../gate/read/read";

/** Where the one document of a test stands. */
export const PATH = "net/cdk.tf.json";

/** A configuration of one log group. */
export function group(name: string): object {
  return { resource: { aws_cloudwatch_log_group: { [name]: {} } } };
}

export function documentOf(value: unknown, path = PATH): Document {
  return { path, text: JSON.stringify(value) };
}

export function read(value: unknown): Reading {
  return readDocuments([documentOf(value)]);
}
