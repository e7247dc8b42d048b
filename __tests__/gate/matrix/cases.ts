import { PRIVILEGE, PRIVILEGE_OF_ROLES, TRUST } from "./cases/access";
import { BUCKETS_OPEN } from "./cases/bucket-open";
import { BUCKET_POLICIES } from "./cases/bucket-policy";
import { CAPTURE } from "./cases/capture";
import { CONTESTED } from "./cases/contested";
import { DESTINATIONS, DESTINATIONS_REFUSED } from "./cases/destination";
import { BOUNDARIES, GRANTS_BESIDE, GRANTS_OPEN } from "./cases/grant";
import { GRANTS } from "./cases/delivery";
import { IDIOMS, IDIOMS_OPEN } from "./cases/idioms";
import { KEYS, KEYS_OPEN } from "./cases/key";
import { LATER } from "./cases/later";
import { LATER_LOGS } from "./cases/later-log";
import { LIFECYCLES } from "./cases/lifecycle";
import { OPEN } from "./cases/open";
import { OTHERS, OTHERS_REFUSED } from "./cases/other";
import { RECORDS, RECORDS_REFUSED } from "./cases/record";
import { REFUSED } from "./cases/refused";
import { RETENTION } from "./cases/retention";
import { STORAGE } from "./cases/storage";
import { STORAGE_REFUSED } from "./cases/storage-refused";
import { STREAMS, STREAMS_OPEN } from "./cases/stream";
import { TABLES, TABLES_REFUSED } from "./cases/table";
import { TRUST_CONDITIONS, TRUST_OPEN, TRUST_PRINCIPALS } from "./cases/trust";
import type { MatrixCase } from "./matrix-case";

export type { MatrixCase } from "./matrix-case";

const DEPLOYABLE: readonly MatrixCase[] = [
  ...RETENTION,
  ...GRANTS,
  ...PRIVILEGE,
  ...PRIVILEGE_OF_ROLES,
  ...TRUST,
  ...CAPTURE,
  ...STORAGE,
  ...OTHERS,
  ...IDIOMS,
  ...CONTESTED,
  ...KEYS,
  ...LIFECYCLES,
  ...BUCKET_POLICIES,
  ...TRUST_CONDITIONS,
  ...TRUST_PRINCIPALS,
  ...BOUNDARIES,
  ...GRANTS_BESIDE,
  ...RECORDS,
  ...TABLES,
  ...STREAMS,
  ...DESTINATIONS,
  ...LATER,
  ...LATER_LOGS,
];

/** What Terraform or the provider refuses before there is a plan, or moto does not know, or nobody knows a value of. */
const HARDLY_DEPLOYABLE: readonly MatrixCase[] = [
  ...REFUSED,
  ...STORAGE_REFUSED,
  ...OTHERS_REFUSED,
  ...OPEN,
  ...IDIOMS_OPEN,
  ...BUCKETS_OPEN,
  ...RECORDS_REFUSED,
  ...GRANTS_OPEN,
  ...TABLES_REFUSED,
  ...KEYS_OPEN,
  ...TRUST_OPEN,
  ...STREAMS_OPEN,
  ...DESTINATIONS_REFUSED,
];

/** Every case that Terraform plans and applies. */
export const CASES: readonly MatrixCase[] = DEPLOYABLE.filter(({ unapplied }) => unapplied === undefined);

/** Every case that Terraform plans, and cannot apply to moto. */
export const PLANNED_CASES: readonly MatrixCase[] = [...DEPLOYABLE, ...HARDLY_DEPLOYABLE].filter(
  ({ unapplied }) => unapplied !== undefined,
);

/** What only sources show. */
export const SOURCE_CASES: readonly MatrixCase[] = HARDLY_DEPLOYABLE.filter(
  ({ unapplied }) => unapplied === undefined,
);
