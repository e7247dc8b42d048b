import fc from "fast-check";
import {
  record,
  type FlowLogsProps,
  type NewBucket,
  type NewDeliveryStream,
  type NewLogGroup,
  type RetentionDays,
  type TransitGatewayField,
  type VpcField,
} from "../../modules";
import { RETENTION_DAYS } from "../../modules/destination/log-group/retention";
import { factsOf, fieldsOf } from "../../modules/record/fields";

const name = fc
  .stringMatching(/^[A-Za-z0-9_.#-][A-Za-z0-9_./#-]{0,511}$/)
  .filter((text) => !text.startsWith("aws/"));
// A key that exists is not in the input, and whether it lets the service in is not for the gate to say.
const kmsKey = fc.constant("create");

/** Options of a new log group. */
export const logGroup: fc.Arbitrary<NewLogGroup> = fc.record(
  {
    name,
    retentionDays: fc.constantFrom<RetentionDays>(...RETENTION_DAYS),
    logGroupClass: fc.constantFrom("STANDARD" as const, "INFREQUENT_ACCESS" as const),
    kmsKey,
    skipDestroy: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Whole settings of a new bucket's storage. */
const storage = fc
  .record(
    {
      expireDays: fc.integer({ min: 62, max: 4000 }),
      transitionDays: fc.integer({ min: 30, max: 61 }),
      kmsKey,
      forceDestroy: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((options) => options);

/** Options of a new bucket. */
export const bucket: fc.Arbitrary<NewBucket> = fc
  .tuple(
    storage,
    fc.record(
      {
        format: fc.constantFrom("parquet" as const, "text" as const),
        hourly: fc.boolean(),
        hivePartitions: fc.boolean(),
        prefix: fc.constantFrom("net", "network/flow-logs"),
        senders: fc.oneof(
          fc
            .uniqueArray(fc.stringMatching(/^[0-9]{12}$/), { maxLength: 3 })
            .map((accounts) => ({ accounts })),
          fc.constant({ organizationId: "o-a1b2c3d4e5" }),
        ),
        aclCondition: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([kept, { senders, ...laid }]) => ({ ...kept, ...laid, ...senders }));

/** Options of a new stream. */
export const deliveryStream: fc.Arbitrary<NewDeliveryStream> = fc.record(
  { bufferSeconds: fc.integer({ min: 0, max: 900 }), bucket: storage },
  { requiredKeys: [] },
);

const tags = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,128}$/),
  fc.stringMatching(/^[ -~]{0,256}$/).filter((text) => !/[$%]\{/.test(text)),
  { maxKeys: 5 },
);
// Tag fields need an argument that the provider of these tests does not know.
const vpcFields = (fieldsOf("vpc") as VpcField[]).filter((field) => factsOf(field).tagOf === undefined);
const formatOf = <F extends VpcField | TransitGatewayField>(fields: readonly F[]) =>
  fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1 }).map((chosen) => record.format(chosen));

/** What is recorded of a VPC and what is in it. */
export const capture = fc.record(
  {
    trafficType: fc.constantFrom("ALL" as const, "ACCEPT" as const, "REJECT" as const),
    aggregationSeconds: fc.constantFrom(60 as const, 600 as const),
    format: formatOf(vpcFields),
    tags,
  },
  { requiredKeys: [] },
);

/** What is recorded of a transit gateway. */
export const gatewayCapture = fc.record(
  {
    aggregationSeconds: fc.constant(60 as const),
    format: formatOf(fieldsOf("transit-gateway") as TransitGatewayField[]),
    tags,
  },
  { requiredKeys: [] },
);

const scoped = fc.oneof(
  fc.tuple(
    fc.oneof(
      fc.constant({ vpcId: "vpc-0a1b" }),
      fc.constant({ subnetId: "subnet-0a1b" }),
      fc.constant({ eniId: "eni-0a1b" }),
    ),
    capture,
  ),
  fc.tuple(
    fc.oneof(
      fc.constant({ transitGatewayId: "tgw-0a1b" }),
      fc.constant({ transitGatewayAttachmentId: "tgw-attach-0a1b" }),
    ),
    gatewayCapture,
  ),
);
const destination = fc.oneof(
  fc.constant({}),
  logGroup.map((options) => ({ logGroup: options })),
  bucket.map((options) => ({ bucket: options })),
  deliveryStream.map((options) => ({ deliveryStream: options })),
);

/** Props that FlowLogs accepts, whose scope is a literal and whose destination is new. */
export const accepted: fc.Arbitrary<FlowLogsProps> = fc
  .tuple(scoped, destination)
  .map(([[what, rest], where]) => ({ ...what, ...rest, ...where }) as FlowLogsProps);
