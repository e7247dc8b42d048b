import { GRANT_UNREAD, type MatrixCase } from "../matrix-case";
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
    terraform: sound("twoscopes", { flowLog: { subnet_id: "subnet-0123456789abcdef0" } }),
    findings: ["? capture-uncovered flow-log-unplaced", "capture-scope several"],
  },
  {
    name: "wrongscope",
    terraform: sound("wrongscope", {
      flowLog: { vpc_id: undefined, subnet_id: "${aws_network_interface.wrongscope_eni.id}" },
      also: { aws_network_interface: { wrongscope_eni: { subnet_id: "subnet-0123456789abcdef0" } } },
    }),
    findings: ["? capture-uncovered flow-log-unplaced", "capture-scope wrong-kind"],
  },
  {
    name: "notext",
    terraform: sound("notext", { role: { assume_role_policy: "trust me" } }),
    findings: [
      "? trust-any-principal trust-unread",
      "? trust-condition-ineffective trust-unread",
      "? trust-confused-deputy trust-unread",
      "? trust-extra-principal trust-unread",
      "? trust-service-missing trust-unread",
    ],
  },
  {
    name: "nobodyknows",
    terraform: sound("nobodyknows", { role: { assume_role_policy: '${file("trust.json")}' } }),
    findings: [
      "? trust-any-principal trust-unread",
      "? trust-condition-ineffective trust-unread",
      "? trust-confused-deputy trust-unread",
      "? trust-extra-principal trust-unread",
      "? trust-service-missing trust-unread",
    ],
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
    name: "dynamicknown",
    terraform: sound("dynamicknown", {
      grant: null,
      flowLog: { depends_on: ["aws_iam_role_policy.dynamicknown_policy"] },
      data: {
        aws_iam_policy_document: {
          dynamicknown_grant: {
            dynamic: {
              statement: {
                for_each: "${local.dynamicknown_all}",
                content: { actions: ["${statement.value}"], resources: ["*"] },
              },
            },
          },
        },
      },
      locals: { dynamicknown_all: ["logs:PutLogEvents"] },
      also: {
        aws_iam_role_policy: {
          dynamicknown_policy: {
            role: "${aws_iam_role.dynamicknown_role.id}",
            policy: "${data.aws_iam_policy_document.dynamicknown_grant.json}",
          },
        },
      },
    }),
    findings: ["delivery-not-granted missing-action", "privilege-wildcard-resource any-resource"],
  },
  {
    name: "dynamicinline",
    terraform: sound("dynamicinline", {
      grant: null,
      role: {
        dynamic: { inline_policy: { for_each: ["a"], content: { name: "p", policy: "{}" } } },
      },
    }),
    findings: GRANT_UNREAD,
  },
];
