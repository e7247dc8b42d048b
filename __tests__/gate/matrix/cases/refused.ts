import { GRANT_UNREAD, type MatrixCase, TRUST_UNREAD } from "../matrix-case";
import { sound } from "../sound";

/** Terraform or the provider refuses these before there is a plan; flowgate says why from the source. */
export const REFUSED: readonly MatrixCase[] = [
  {
    name: "noperiod",
    terraform: sound("noperiod", { group: { retention_in_days: 100 } }),
    findings: ["retention-invalid not-offered"],
  },
  {
    name: "sometraffic",
    terraform: sound("sometraffic", { flowLog: { traffic_type: "SOME" } }),
    findings: ["capture-partial partial"],
  },
  {
    name: "interval",
    terraform: sound("interval", { flowLog: { max_aggregation_interval: 61 } }),
    findings: ["capture-interval not-offered"],
  },
  {
    name: "unescaped",
    terraform: sound("unescaped", { flowLog: { log_format: "${srcaddr} $${dstaddr}" } }),
    findings: ["record-format-unescaped unescaped"],
  },
  {
    name: "noscope",
    terraform: sound("noscope", { flowLog: { vpc_id: undefined } }),
    findings: ["? capture-uncovered flow-log-unplaced", "capture-scope none"],
  },
  {
    name: "twoscopes",
    unapplied: "AWS takes one scope",
    terraform: sound("twoscopes", { flowLog: { subnet_id: "subnet-0123456789abcdef0" } }),
    findings: ["? capture-uncovered flow-log-unplaced", "capture-scope several"],
  },
  {
    name: "wrongscope",
    unapplied: "AWS takes no interface for a subnet",
    terraform: sound("wrongscope", {
      flowLog: { vpc_id: undefined, subnet_id: "${aws_network_interface.wrongscope_eni.id}" },
      also: { aws_network_interface: { wrongscope_eni: { subnet_id: "subnet-0123456789abcdef0" } } },
    }),
    findings: ["? capture-uncovered flow-log-unplaced", "capture-scope wrong-kind"],
  },
  {
    name: "notext",
    terraform: sound("notext", { role: { assume_role_policy: "trust me" } }),
    findings: TRUST_UNREAD,
  },
  {
    name: "nobodyknows",
    terraform: sound("nobodyknows", { role: { assume_role_policy: '${file("trust.json")}' } }),
    findings: TRUST_UNREAD,
  },
  {
    name: "dynamic",
    terraform: sound("dynamic", {
      grant: null,
      flowLog: { depends_on: ["aws_iam_role_policy.dynamic_policy"] },
      data: {
        aws_iam_policy_document: {
          dynamic_grant: {
            dynamic: {
              statement: {
                for_each: "${module.elsewhere.value}",
                content: { actions: ["${statement.value}"], resources: ["*"] },
              },
            },
          },
        },
      },
      also: {
        aws_iam_role_policy: {
          dynamic_policy: {
            role: "${aws_iam_role.dynamic_role.id}",
            policy: "${data.aws_iam_policy_document.dynamic_grant.json}",
          },
        },
      },
    }),
    findings: GRANT_UNREAD,
  },
  {
    name: "dynamicinline",
    unapplied: "AWS takes no empty policy",
    terraform: sound("dynamicinline", {
      grant: null,
      role: {
        dynamic: { inline_policy: { for_each: ["a"], content: { name: "p", policy: "{}" } } },
      },
    }),
    findings: GRANT_UNREAD,
  },
];
