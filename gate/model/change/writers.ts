import type { Attributes, ResourceChange, Source } from "../../read/resource";
import type { Ref } from "../model";

/** Flow logs before the plan, by what they wrote to: a log group's ARN or name, or a bucket's name. */
export class Writers {
  readonly #byGroupArn = new Map<string, Ref[]>();
  readonly #byGroupName = new Map<string, Ref[]>();
  readonly #byBucket = new Map<string, Ref[]>();

  constructor(sources: readonly Source[]) {
    sources.forEach(({ changes }, source) => {
      for (const { type, address, before } of changes)
        if (type === "aws_flow_log" && before !== undefined) this.#file(before, { source, address });
    });
  }

  /** Those that wrote to a log group or bucket, which is given as it was before the plan. */
  of(type: string, before: Attributes): Ref[] {
    const { arn, name, bucket, id } = before;
    if (type === "aws_s3_bucket") return [...found(this.#byBucket, bucket ?? id)];
    return [...found(this.#byGroupArn, bareGroupArn(arn)), ...found(this.#byGroupName, name ?? id)];
  }

  #file({ log_destination: destination, log_group_name: group }: Attributes, writer: Ref): void {
    const bucket = bucketOf(destination);
    if (bucket !== undefined) add(this.#byBucket, bucket, writer);
    else if (isText(destination)) add(this.#byGroupArn, bareGroupArn(destination), writer);
    else add(this.#byGroupName, group, writer);
  }
}

/** What a plan does to a resource; undefined where it touches nothing that is there. */
export function actionOf({
  actions,
}: ResourceChange): "delete" | "forget" | "replace" | "update" | undefined {
  if (actions.includes("forget")) return "forget";
  if (actions.includes("delete")) return actions.includes("create") ? "replace" : "delete";
  return actions.includes("update") ? "update" : undefined;
}

/** `arn:aws:s3:::BUCKET/PREFIX/`. */
function bucketOf(destination: unknown): string | undefined {
  if (!isText(destination)) return undefined;
  return /^arn:[^:]+:s3:::([^/]+)/.exec(destination)?.[1];
}

function bareGroupArn(arn: unknown): unknown {
  return isText(arn) ? arn.replace(/:\*$/, "") : undefined;
}

function found(index: ReadonlyMap<string, Ref[]>, key: unknown): readonly Ref[] {
  return (isText(key) ? index.get(key) : undefined) ?? [];
}

function add(index: Map<string, Ref[]>, key: unknown, writer: Ref): void {
  if (!isText(key)) return;
  const known = index.get(key);
  if (known === undefined) index.set(key, [writer]);
  else known.push(writer);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
