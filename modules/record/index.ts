import { format } from "./format";

export type { Field } from "./fields";
export type { RecordFormat } from "./format";

/** What a record holds. */
export const record = { format };
