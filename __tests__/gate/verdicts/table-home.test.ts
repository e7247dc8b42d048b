import { archive, at, columns, fault, hold, TEMPLATE } from "./table-world";
import { ACCOUNT, REGION } from "./world";

hold("a table", [
  [
    "of another region's folder finds nothing",
    at(TEMPLATE.replace("$${region_code}", "us-east-1"), {
      table: { partition_keys: columns("account", "datehour") },
    }),
    fault("other-region"),
  ],
  [
    "of another account's folder finds nothing",
    at(TEMPLATE.replace("$${account}", "999988887777"), {
      table: { partition_keys: columns("region_code", "datehour") },
    }),
    fault("other-account"),
  ],
  [
    "of the own account's and region's folder finds it",
    at(TEMPLATE.replace("$${account}", ACCOUNT).replace("$${region_code}", REGION), {
      table: { partition_keys: columns("datehour") },
    }),
    [],
  ],
  [
    "of the folder of the one account that is named finds it, where the own is not known",
    {
      ...at(TEMPLATE.replace("$${account}", ACCOUNT), {
        table: { partition_keys: columns("region_code", "datehour") },
      }),
      permission: null,
      trust: [],
      provider: [{ region: REGION }],
    },
    [],
  ],
  [
    "of the own account's and region's folder by reference finds it",
    {
      ...at(
        TEMPLATE.replace("$${account}", "${data.aws_caller_identity.c.account_id}").replace(
          "$${region_code}",
          "${data.aws_region.r.name}",
        ),
        { table: { partition_keys: columns("datehour") } },
      ),
      permission: null,
      trust: [],
      provider: [{ region: "${var.region}" }],
      data: { aws_caller_identity: { c: {} }, aws_region: { r: {} } },
    },
    [],
  ],
  [
    "whose projection lists other regions finds nothing",
    archive({ parameters: { "projection.region_code.values": "us-east-1,us-west-2" } }),
    fault("other-region"),
  ],
  [
    "whose projection lists the region among others finds it",
    archive({
      parameters: {
        "projection.region_code.values": `us-east-1,${REGION}`,
        "projection.account.values": ACCOUNT,
      },
    }),
    [],
  ],
  [
    "whose projection lists other accounts below Hive's folders finds nothing",
    archive({
      options: { file_format: "parquet", per_hour_partition: true, hive_compatible_partitions: true },
      table: {
        partition_keys: columns(
          "aws-account-id",
          "aws-service",
          "aws-region",
          "year",
          "month",
          "day",
          "hour",
        ),
      },
      parameters: {
        "storage.location.template": undefined,
        "projection.aws-account-id.type": "enum",
        "projection.aws-account-id.values": "999988887777",
        ...Object.fromEntries(
          ["aws-service", "aws-region", "year", "month", "day", "hour"].map((key) => [
            `projection.${key}.type`,
            "injected",
          ]),
        ),
      },
    }),
    fault("other-account"),
  ],
]);
