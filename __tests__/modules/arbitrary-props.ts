import fc from "fast-check";
import { record, type Field, type FlowLogsProps, type RetentionDays } from "../../modules";
import { RETENTION_DAYS } from "../../modules/destination/retention";
import { FIELDS } from "../../modules/record/fields";

/** Literal ids. */
const scope = fc.oneof(
  fc.constant({ vpcId: "vpc-0a1b" }),
  fc.constant({ subnetId: "subnet-0a1b" }),
  fc.constant({ eniId: "eni-0a1b" }),
);
const name = fc
  .stringMatching(/^[A-Za-z0-9_.#-][A-Za-z0-9_./#-]{0,511}$/)
  .filter((text) => !text.startsWith("aws/"));
/** Options of a new log group. */
export const logGroup = fc.record(
  {
    name,
    retentionDays: fc.constantFrom<RetentionDays>(...RETENTION_DAYS),
    logGroupClass: fc.constantFrom("STANDARD" as const, "INFREQUENT_ACCESS" as const),
    kmsKey: fc.constant("arn:aws:kms:eu-west-1:123456789012:key/1234abcd"),
    skipDestroy: fc.boolean(),
  },
  { requiredKeys: [] },
);
const fields = fc.uniqueArray(fc.constantFrom(...(Object.keys(FIELDS) as Field[])), { minLength: 1 });
/** What is recorded. */
export const capture = fc.record(
  {
    trafficType: fc.constantFrom("ALL" as const, "ACCEPT" as const, "REJECT" as const),
    aggregationSeconds: fc.constantFrom(60 as const, 600 as const),
    format: fields.map((chosen) => record.format(chosen)),
    tags: fc.dictionary(
      fc.stringMatching(/^[a-z]{1,128}$/),
      fc.stringMatching(/^[ -~]{0,256}$/).filter((text) => !/[$%]\{/.test(text)),
      { maxKeys: 5 },
    ),
  },
  { requiredKeys: [] },
);
/** Props that FlowLogs accepts, whose scope is a literal and whose role is new. */
export const accepted: fc.Arbitrary<FlowLogsProps> = fc
  .tuple(scope, capture, fc.option(logGroup, { nil: undefined }))
  .map(([what, rest, group]) => ({ ...what, ...rest, ...(group && { logGroup: group }) }));
