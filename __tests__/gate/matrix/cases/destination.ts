import { type MatrixCase, onceApplied, UNTOLD } from "../matrix-case";
import { ACCOUNT, granting, groupArn, REGION, sound } from "../sound";

const THERE = "444455556666";
const STREAM = `arn:aws:firehose:${REGION}:${ACCOUNT}:deliverystream/records`;

/** A flow log without role that writes to something else than its group. */
function to(name: string, flowLog: object, ...findings: string[]): MatrixCase {
  return {
    name,
    terraform: sound(name, { grant: null, flowLog: { iam_role_arn: null, ...flowLog } }),
    findings,
  };
}

/** Whether each source says the same of where records go. */
export const DESTINATIONS: readonly MatrixCase[] = [
  {
    name: "groupfar",
    terraform: sound("groupfar", {
      group: { provider: "aws.far" },
      grant: [
        granting("groupfar", {
          Resource: [groupArn("groupfar"), `${groupArn("groupfar")}:*`].map((arn) =>
            arn.replace(REGION, "us-east-1"),
          ),
        }),
      ],
    }),
    findings: ["destination-mismatch other-region"],
  },
  {
    name: "groupthere",
    terraform: sound("groupthere", {
      grant: [granting("groupthere", { Resource: "*" })],
      flowLog: { log_destination: groupArn("groupthere").replace(ACCOUNT, THERE) },
    }),
    findings: ["privilege-wildcard-resource any-resource", "trust-condition-ineffective other-account"],
    except: onceApplied(
      "? retention-unset group-not-in-input",
      "destination-mismatch other-account",
      "privilege-wildcard-resource any-resource",
    ),
  },
  {
    name: "groupuntold",
    terraform: sound("groupuntold", { group: { provider: "aws.untold" } }),
    findings: [
      "? delivery-not-granted not-certain",
      "? destination-mismatch home-unknown",
      "? privilege-wildcard-resource resource-unknown",
    ],
    except: onceApplied(),
  },
];

/** What the provider or moto refuses. */
export const DESTINATIONS_REFUSED: readonly MatrixCase[] = [
  to(
    "nosuchtype",
    { log_destination_type: "S3", log_destination: "arn:aws:s3:::records" },
    "destination-mismatch no-such-type",
  ),
  {
    ...to(
      "nowhere",
      { log_destination_type: "s3", log_destination: null },
      "destination-mismatch no-destination",
    ),
    unapplied: "AWS takes no flow log without destination",
  },
  to(
    "typelist",
    { log_destination_type: ["s3"], log_destination: "arn:aws:s3:::records" },
    "? bucket-policy-denies-delivery bucket-not-in-input",
    "? destination-mismatch wrong-type",
  ),
  to(
    "bucketname",
    { log_destination_type: "s3", log_destination: "records" },
    "destination-mismatch not-a-destination",
  ),
  to(
    "optionsdynamic",
    {
      dynamic: { destination_options: { for_each: UNTOLD, content: {} } },
      log_destination_type: "kinesis-data-firehose",
      log_destination: STREAM,
    },
    "? destination-options-misplaced options-unknown",
  ),
  {
    name: "groupopen",
    terraform: sound("groupopen", {
      flowLog: { log_destination: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${UNTOLD}` },
    }),
    findings: [
      "? delivery-not-granted group-unknown",
      "? destination-arn-suffix unknown",
      "? privilege-wildcard-resource resource-unknown",
      "? retention-unset group-not-in-input",
    ],
  },
  to(
    "bucketopenarn",
    { log_destination_type: "s3", log_destination: `arn:aws:s3:::${UNTOLD}` },
    "? bucket-policy-denies-delivery bucket-unknown",
    "? destination-prefix-reserved unknown",
  ),
  {
    name: "racemodule",
    terraform: {
      ...sound("racemodule", { flowLog: { depends_on: ["module.racemodule_iam"] } }),
      module: { racemodule_iam: { source: "terraform-aws-modules/iam/aws" } },
    },
    findings: ["? capture-uncovered module-unread", "? delivery-race order-unknown"],
  },
];
