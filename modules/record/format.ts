import type { RecordKind } from "./facts";
import { factsOf, kindsOf, type Field } from "./fields";

/** The fields of a record, in order. Made by `record.format`. */
export class RecordFormat<F extends Field = Field> {
  constructor(readonly fields: readonly F[]) {}

  /** The version that AWS writes into the `version` field: the highest among the fields. */
  get version(): number {
    return Math.max(...this.fields.map((field) => factsOf(field).version));
  }

  /** Whose records can have these fields: both, where all are shared. */
  get kinds(): readonly RecordKind[] {
    const [first, ...rest] = this.fields.map(kindsOf);
    return (first ?? []).filter((kind) => rest.every((kinds) => kinds.includes(kind)));
  }

  /** `log_format` for Terraform. `$${` reaches AWS as `${`; a bare `${` would be a reference. */
  toTerraform(): string {
    return this.fields.map((field) => `$\${${field}}`).join(" ");
  }
}
