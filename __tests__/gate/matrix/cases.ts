import { PRIVILEGE, PRIVILEGE_OF_ROLES, TRUST } from "./cases/access";
import { CAPTURE } from "./cases/capture";
import { GRANTS } from "./cases/delivery";
import { IDIOMS, IDIOMS_OPEN } from "./cases/idioms";
import { OPEN } from "./cases/open";
import { OTHERS, OTHERS_REFUSED } from "./cases/other";
import { REFUSED } from "./cases/refused";
import { RETENTION } from "./cases/retention";
import { STORAGE } from "./cases/storage";
import { STORAGE_REFUSED } from "./cases/storage-refused";
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
];

/** Every case that Terraform plans and applies. */
export const CASES: readonly MatrixCase[] = DEPLOYABLE.filter(({ unapplied }) => unapplied === undefined);

/** What only sources show: Terraform, the provider or moto refuses it, or nobody knows a value. */
export const SOURCE_CASES: readonly MatrixCase[] = [
  ...DEPLOYABLE.filter(({ unapplied }) => unapplied !== undefined),
  ...REFUSED,
  ...STORAGE_REFUSED,
  ...OTHERS_REFUSED,
  ...OPEN,
  ...IDIOMS_OPEN,
];
