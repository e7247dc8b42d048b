import { readCatalogue } from "../../judge/catalogue";
import type { Report } from "../report";

/** Why each rule matters, by its id; empty for a report without findings, which needs no catalogue. */
export function reasonsFor({ findings }: Pick<Report, "findings">): ReadonlyMap<string, string> {
  if (findings.length === 0) return new Map();
  return new Map(readCatalogue().map(({ id, description }) => [id, description]));
}
