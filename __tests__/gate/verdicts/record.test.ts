import type { World } from "./world";
import { hold } from "./world";

const format = (...fields: string[]): World => ({
  flowLog: { log_format: fields.map((field) => `$\${${field}}`).join(" ") },
});
const written = (log_format: unknown, changes: object = {}): World => ({
  flowLog: { log_format, ...changes },
});
const onGateway = (changes: object): World => ({
  flowLog: { vpc_id: null, transit_gateway_id: "tgw-1", traffic_type: null, ...changes },
});
const TAGS = { tag_field_specification: [{ resource_type: "instance", tag_keys: ["Name"] }] };
/** The VPC of the world has another flow log than the one on the gateway: none. */
const UNCOVERED = /^capture-uncovered/;

hold("a field of the records", [
  [
    "may be of any version",
    format("version", "vpc-id", "az-id", "flow-direction", "ecs-task-id", "resource-id"),
    [],
  ],
  ["that there is not is refused", format("version", "source-ip"), ["record-field-unknown no-such-field"]],
  ["in other letters is none", format("Version"), ["record-field-unknown no-such-field"]],
  ["twice is refused", format("version", "version"), ["record-field-unknown duplicate"]],
  ["of a transit gateway is refused for a VPC", format("tgw-id"), ["record-field-unknown other-kind"]],
  ["without braces is none", written("version $${srcaddr}"), ["record-field-unknown not-a-field"]],
  ["after a comma is one", written("$${version},$${srcaddr}"), ["record-field-unknown not-a-field"]],
  [
    "with one dollar sign is a reference",
    written("${version} ${nope}"),
    ["record-format-unescaped unescaped"],
  ],
  ["for tags needs a specification", format("instance-tag"), ["record-field-unknown tags-unspecified"]],
  ["for tags with its specification is one", written("$${instance-tag}", TAGS), []],
  [
    "for tags of an interface needs its own",
    written("$${interface-tag}", TAGS),
    ["record-field-unknown tags-unspecified"],
  ],
  [
    "for tags of a dynamic block may have one",
    written("$${asg-tag}", { dynamic: { tag_field_specification: {} } }),
    ["? record-field-unknown tags-unknown"],
  ],
  [
    "in a local is read",
    { locals: { f: "$${version} $${nope}" }, flowLog: { log_format: "${local.f}" } },
    ["record-field-unknown no-such-field"],
  ],
  [
    "in a variable is not known",
    written("${var.f}"),
    ["? record-field-unknown unknown", "? record-format-unescaped unknown"],
  ],
  [
    "in a list is of a wrong type",
    written(["version"]),
    ["? record-field-unknown wrong-type", "? record-format-unescaped wrong-type"],
  ],
  ["is the default's where nothing is said", written(null), []],
  ["is the default's where nothing is written", written(""), []],
]);

hold(
  "a transit gateway",
  [
    ["has no traffic type", onGateway({}), []],
    ["takes none", onGateway({ traffic_type: "ALL" }), ["capture-traffic-type transit-gateway"]],
    ["has fields of its own", onGateway({ log_format: "$${tgw-id} $${packets-lost-blackhole}" }), []],
    [
      "has no field of a VPC's",
      onGateway({ log_format: "$${tgw-id} $${action}" }),
      ["record-field-unknown other-kind"],
    ],
  ],
  UNCOVERED,
);

hold("a VPC's traffic type", [
  ["is required", { flowLog: { traffic_type: null } }, ["capture-traffic-type absent"]],
  [
    "in a variable is not known",
    { flowLog: { traffic_type: "${var.t}" } },
    ["? capture-partial unknown", "? capture-traffic-type unknown"],
  ],
  [
    "in a list is of a wrong type",
    { flowLog: { traffic_type: ["ALL"] } },
    ["? capture-partial wrong-type", "? capture-traffic-type wrong-type"],
  ],
]);
