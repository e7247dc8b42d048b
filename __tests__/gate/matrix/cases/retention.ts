import { type MatrixCase, onceApplied } from "../matrix-case";
import { later, sound } from "../sound";

export const RETENTION: readonly MatrixCase[] = [
  { name: "kept", terraform: sound("kept"), findings: [] },
  {
    name: "forever",
    terraform: sound("forever", { group: { retention_in_days: undefined } }),
    findings: ["retention-unset unset"],
  },
  {
    name: "zero",
    terraform: sound("zero", { group: { retention_in_days: 0 } }),
    findings: ["retention-unset unset"],
  },
  {
    name: "short",
    terraform: sound("short", { group: { retention_in_days: 7 } }),
    findings: ["retention-too-short too-short"],
  },
  {
    name: "shorttext",
    terraform: sound("shorttext", { group: { retention_in_days: "7" } }),
    findings: ["retention-too-short too-short"],
  },
  {
    name: "shortlocal",
    terraform: sound("shortlocal", {
      group: { retention_in_days: "${local.shortlocal_days}" },
      locals: { shortlocal_days: 7 },
    }),
    findings: ["retention-too-short too-short"],
  },
  {
    name: "shortsum",
    terraform: sound("shortsum", {
      group: { retention_in_days: '${local.shortsum_env == "prod" ? 365 : 10 + 4}' },
      locals: { shortsum_env: "dev" },
    }),
    findings: ["retention-too-short too-short"],
  },
  {
    name: "keptlater",
    terraform: sound("keptlater", { group: { retention_in_days: later("keptlater", 365, 7) } }),
    findings: ["? retention-invalid unknown", "? retention-too-short unknown", "? retention-unset unknown"],
    except: onceApplied(),
  },
  {
    name: "shortlater",
    terraform: sound("shortlater", { group: { retention_in_days: later("shortlater", 7, 365) } }),
    findings: ["? retention-invalid unknown", "? retention-too-short unknown", "? retention-unset unknown"],
    except: onceApplied("retention-too-short too-short"),
  },
  {
    name: "overridden",
    terraform: sound("overridden", {
      also: {
        aws_cloudwatch_log_metric_filter: {
          overridden_filter: {
            name: "overridden",
            pattern: "REJECT",
            log_group_name: "${aws_cloudwatch_log_group.overridden_group.name}",
            metric_transformation: [{ name: "n", namespace: "flow", value: "1" }],
          },
        },
      },
    }),
    findings: [],
  },
];
