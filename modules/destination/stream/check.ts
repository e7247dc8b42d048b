import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { TerraformResource } from "cdktf";
import type { Home } from "../../placement/home";
import { aliasOf, isAwsProvider } from "../../placement/own";
import { isDeferred, shown, type Loose, type Problems } from "../../refusal/problems";
import { checkStorage, STORAGE_PROPS } from "../bucket/check";
import { DESTINATION_ROLE_NAME } from "./cross-account";
import { DELIVERY_TAG } from "./make-stream";

const STREAM_ARN = /^arn:[a-z-]+:firehose:[a-z0-9-]+:[0-9]{12}:deliverystream\/[A-Za-z0-9_.-]{1,64}$/;
const ROLE_ARN = new RegExp(
  `^arn:[a-z-]+:iam::[0-9]{12}:role/(?:[\\w+=,.@-]+/)*${DESTINATION_ROLE_NAME}[\\w+=,.@-]*$`,
);

function checkBuffer(seconds: unknown, problems: Problems): void {
  if (seconds === undefined || isDeferred(seconds)) return;
  if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0 && seconds <= 900) return;
  problems.add("deliveryStream.bufferSeconds", `is ${shown(seconds)}; give whole seconds, 0 to 900`);
}

function checkProvider(provider: unknown, { alias }: Home, problems: Problems): void {
  if (provider === undefined) return;
  if (!isAwsProvider(provider)) {
    problems.add("deliveryStream.provider", `is ${shown(provider)}; give an AwsProvider`);
  } else if (aliasOf(provider) === alias) {
    problems.add(
      "deliveryStream.provider",
      "is the flow log's own; give the provider of another account, or leave it out",
    );
  }
}

/** Options that Firehose takes. */
export function checkNewStream(stream: Loose, problems: Problems, home: Home): void {
  const prop = "deliveryStream.";
  problems.onlyKeys(prop, stream, ["name", "bucket", "bufferSeconds", "provider", "existing"]);
  const { name, bucket, provider } = stream;
  if (name !== undefined) {
    problems.matching(`${prop}name`, name, /^[A-Za-z0-9_.-]{1,64}$/, "1 to 64 letters, digits and _.-");
  }
  checkBuffer(stream["bufferSeconds"], problems);
  checkProvider(provider, home, problems);
  if (bucket === undefined) return;
  const object = problems.object(`${prop}bucket`, bucket, "its options, such as { expireDays: 90 }");
  if (object === undefined) return;
  problems.onlyKeys(`${prop}bucket.`, object, STORAGE_PROPS);
  const there = isAwsProvider(provider) ? { ...home, alias: aliasOf(provider) } : home;
  checkStorage(`${prop}bucket.`, object, there, problems);
}

/** What a stream's resource was given; values may be known to Terraform only. */
interface Seen {
  readonly tagsInput?: Readonly<Record<string, unknown>>;
  readonly kinesisSourceConfigurationInput?: unknown;
  readonly mskSourceConfigurationInput?: unknown;
}

/** What can be seen of a stream's resource: it takes records directly, and the service may write to it. */
function checkResource(resource: unknown, problems: Problems): void {
  const prop = "deliveryStream.existing.resource";
  if (
    !TerraformResource.isTerraformResource(resource) ||
    resource.terraformResourceType !== KinesisFirehoseDeliveryStream.tfResourceType
  ) {
    problems.add(prop, `is ${shown(resource)}; give a KinesisFirehoseDeliveryStream`);
    return;
  }
  const { tagsInput, kinesisSourceConfigurationInput, mskSourceConfigurationInput } =
    resource as unknown as Seen;
  if (kinesisSourceConfigurationInput !== undefined || mskSourceConfigurationInput !== undefined) {
    const source = kinesisSourceConfigurationInput === undefined ? "Kafka" : "a Kinesis stream";
    problems.add(prop, `reads from ${source}, and flow logs need a stream with Direct PUT; give another`);
  }
  if (tagsInput !== undefined && isDeferred(tagsInput)) return;
  const tag = tagsInput?.[DELIVERY_TAG];
  if (tag === undefined || (tag !== "true" && !isDeferred(tag))) {
    problems.add(
      prop,
      `${tag === undefined ? `lacks the tag ${DELIVERY_TAG}` : `has ${shown(tag)} as its tag ${DELIVERY_TAG}`}, which lets the delivery service write to it; set it to "true"`,
    );
  }
}

/** A stream that can be there. */
export function checkExistingStream(stream: Loose, problems: Problems): void {
  problems.alone("deliveryStream", stream, [], "delivery stream");
  const prop = "deliveryStream.existing";
  const existing = problems.object(prop, stream["existing"], "{ arn } or { resource }");
  if (existing === undefined) return;
  problems.onlyKeys(`${prop}.`, existing, ["arn", "crossAccountRole", "resource"]);
  if (!problems.either(prop, existing, "arn", "resource")) return;
  const { arn, resource, crossAccountRole } = existing;
  if (resource !== undefined) checkResource(resource, problems);
  else {
    problems.matching(
      `${prop}.arn`,
      arn,
      STREAM_ARN,
      "the stream's ARN, such as arn:aws:firehose:eu-west-1:123456789012:deliverystream/NAME",
    );
  }
  if (crossAccountRole === undefined) return;
  if (resource !== undefined) {
    problems.add(`${prop}.crossAccountRole`, "is given beside resource; give the stream's arn instead");
    return;
  }
  problems.matching(
    `${prop}.crossAccountRole`,
    crossAccountRole,
    ROLE_ARN,
    `the ARN of a role whose name begins with ${DESTINATION_ROLE_NAME}`,
  );
}
