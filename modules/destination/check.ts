import type { Home } from "../placement/home";
import type { Loose, Problems } from "../refusal/problems";
import { Bucket } from "./bucket/bucket";
import { checkExistingBucket, checkNewBucket } from "./bucket/check";
import { checkAlias, checkReach, checkSharedBucket, checkSharedStream } from "./check-sharing";
import { checkExistingGroup, checkNewGroup } from "./log-group/check";
import { LogGroup } from "./log-group/log-group";
import { DeliveryRole } from "./role/delivery-role";
import { checkExistingStream, checkNewStream } from "./stream/check";
import { DeliveryStream } from "./stream/delivery-stream";

/** Props that say where records go. */
export const DESTINATION_PROPS = ["logGroup", "role", "bucket", "deliveryStream"] as const;

const ROLE_ARN = /^arn:[a-z-]+:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/;

/** How the options of one kind of destination are checked. */
interface Kind {
  readonly handle: NewableFunction;
  readonly shared: (given: never, home: Home, problems: Problems) => void;
  readonly existing: (given: Loose, problems: Problems, home: Home) => void;
  readonly made: (given: Loose, problems: Problems, home: Home) => void;
}

const KINDS: Readonly<Record<string, Kind>> = {
  logGroup: {
    handle: LogGroup,
    shared: (group: LogGroup, home, problems) => {
      checkAlias("logGroup", group, home, problems);
    },
    existing: checkExistingGroup,
    made: checkNewGroup,
  },
  bucket: {
    handle: Bucket,
    shared: checkSharedBucket,
    existing: checkExistingBucket,
    made: checkNewBucket,
  },
  deliveryStream: {
    handle: DeliveryStream,
    shared: checkSharedStream,
    existing: checkExistingStream,
    made: checkNewStream,
  },
};

function checkKind(prop: string, kind: Kind, given: unknown, home: Home, problems: Problems): void {
  if (given instanceof kind.handle) {
    kind.shared(given as never, home, problems);
    return;
  }
  const hint = `its options, { existing: { arn } }, or the ${prop} of another FlowLogs`;
  const object = problems.object(prop, given, hint);
  if (object === undefined) return;
  if (object["existing"] === undefined) kind.made(object, problems, home);
  else kind.existing(object, problems, home);
}

function checkRole(role: unknown, group: unknown, home: Home, problems: Problems): void {
  if (role instanceof DeliveryRole) {
    checkAlias("role", role, home, problems);
    checkReach(role, group, home, problems);
    return;
  }
  const object = problems.object("role", role, "{ existing: { arn } }, or the role of another FlowLogs");
  if (object === undefined) return;
  problems.onlyKeys("role.", object, ["existing"]);
  const existing = problems.object("role.existing", object["existing"], '{ arn: "..." }');
  if (existing === undefined) return;
  problems.onlyKeys("role.existing.", existing, ["arn"]);
  problems.matching(
    "role.existing.arn",
    existing["arn"],
    ROLE_ARN,
    "the role's ARN, such as arn:aws:iam::123456789012:role/NAME",
  );
}

/** At most one destination, which can be made or can be there; and a role where one is needed. */
export function checkDestination(props: Loose, home: Home, problems: Problems): void {
  const given = Object.keys(KINDS).filter((prop) => props[prop] !== undefined);
  if (given.length > 1) {
    problems.add(
      given.join(" and "),
      "are given together; a flow log has one destination, so make a FlowLogs for each",
    );
  }
  for (const prop of given) {
    const kind = KINDS[prop];
    if (kind !== undefined) checkKind(prop, kind, props[prop], home, problems);
  }
  const { role } = props;
  if (role === undefined) return;
  if (given.some((prop) => prop !== "logGroup")) {
    const [other] = given.filter((prop) => prop !== "logGroup");
    problems.add(
      "role",
      other === "bucket"
        ? "is given beside bucket, and AWS refuses a role for S3; leave it out"
        : "is given beside deliveryStream, whose roles are made where they are needed; leave it out",
    );
    return;
  }
  checkRole(role, props["logGroup"], home, problems);
}
