import { checkList } from "../refusal/list";
import { shown, type Loose, type Problems } from "../refusal/problems";

/** One end of a path: which resources, and which packets. At least one of the props. */
export interface AccessEnd {
  /** Ids or ARNs, or the ARN of a resource group. */
  readonly resources?: readonly string[];
  /** Such as `AWS::EC2::InternetGateway`. */
  readonly resourceTypes?: readonly string[];
  readonly protocols?: readonly ("tcp" | "udp")[];
  /** CIDR ranges. */
  readonly sourceAddresses?: readonly string[];
  /** CIDR ranges. */
  readonly destinationAddresses?: readonly string[];
  /** Ports and ranges: `"22"`, `"1024-65535"`. */
  readonly sourcePorts?: readonly string[];
  /** Ports and ranges: `"22"`, `"1024-65535"`. */
  readonly destinationPorts?: readonly string[];
}

/** A way through the network. At least one of the props. */
export interface AccessPath {
  readonly source?: AccessEnd;
  readonly destination?: AccessEnd;
}

/** A way that is meant to be there. At least one of the props. */
export interface ExcludedPath extends AccessPath {
  /** What lies on the way. */
  readonly through?: readonly Pick<AccessEnd, "resources" | "resourceTypes">[];
}

const RESOURCE = { resources: "resources", resourceTypes: "resource_types" } as const;
const PACKET = {
  protocols: "protocols",
  sourceAddresses: "source_addresses",
  destinationAddresses: "destination_addresses",
  sourcePorts: "source_ports",
  destinationPorts: "destination_ports",
} as const;

const SHAPES: Readonly<Record<string, { pattern: RegExp; what: string }>> = {
  resources: { pattern: /^([a-z]+(-[a-z]+)*-[0-9A-Za-z]+|arn:\S+)$/, what: "an id or ARN" },
  resourceTypes: { pattern: /^AWS::\w+::\w+$/, what: "a type such as AWS::EC2::InternetGateway" },
  protocols: { pattern: /^(tcp|udp)$/, what: "tcp or udp" },
  sourceAddresses: { pattern: /^[0-9a-f.:]+\/\d{1,3}$/, what: "a CIDR range such as 0.0.0.0/0" },
  destinationAddresses: { pattern: /^[0-9a-f.:]+\/\d{1,3}$/, what: "a CIDR range such as 0.0.0.0/0" },
  sourcePorts: { pattern: /^\d{1,5}(-\d{1,5})?$/, what: 'a port or range such as "22"' },
  destinationPorts: { pattern: /^\d{1,5}(-\d{1,5})?$/, what: 'a port or range such as "22"' },
};

function checkEnd(prop: string, end: unknown, allowed: readonly string[], problems: Problems): void {
  if (end === undefined) return;
  const object = problems.object(prop, end, "an object such as { resourceTypes: [...] }");
  if (object === undefined) return;
  problems.onlyKeys(`${prop}.`, object, allowed);
  const given = allowed.filter((name) => object[name] !== undefined);
  if (given.length === 0) problems.add(prop, `names nothing; give one of ${allowed.join(", ")}`);
  for (const name of given) {
    const { pattern, what } = SHAPES[name] ?? { pattern: /^/, what: "" };
    checkList(`${prop}.${name}`, object[name], `a list of which each is ${what}`, problems, (at, one) => {
      problems.matching(at, one, pattern, what);
    });
  }
}

function checkPath(prop: string, path: unknown, allowed: readonly string[], problems: Problems): void {
  const object = problems.object(prop, path, "an object such as { source: { resourceTypes: [...] } }");
  if (object === undefined) return;
  problems.onlyKeys(`${prop}.`, object, allowed);
  const { source, destination, through } = object;
  if (allowed.every((name) => object[name] === undefined))
    problems.add(prop, `names nothing; give one of ${allowed.join(", ")}`);
  const resources = Object.keys(RESOURCE);
  const all = [...resources, ...Object.keys(PACKET)];
  checkEnd(`${prop}.source`, source, all, problems);
  checkEnd(`${prop}.destination`, destination, all, problems);
  checkList(`${prop}.through`, through, "a list such as [{ resourceTypes: [...] }]", problems, (at, one) => {
    checkEnd(at, one ?? null, resources, problems);
  });
}

/** `match` and `exclude` of an access scope. */
export function checkAccessPaths(props: Loose, problems: Problems): void {
  const { match, exclude } = props;
  const give = "a list of paths such as [{ source: { resourceTypes: [...] } }]";
  if (match === undefined) problems.add("match", `is ${shown(match)}; give ${give}`);
  for (const [prop, paths] of Object.entries({ match, exclude })) {
    const allowed = ["source", "destination", ...(prop === "exclude" ? ["through"] : [])];
    checkList(prop, paths, give, problems, (at, path) => {
      checkPath(at, path, allowed, problems);
    });
  }
}

/** The arguments of a block whose names are given; undefined where there are none. */
function block(end: object, names: Readonly<Record<string, string>>): [Record<string, unknown>] | undefined {
  const given = Object.entries(end).filter(([name]) => Object.hasOwn(names, name));
  return given.length === 0
    ? undefined
    : [Object.fromEntries(given.map(([name, value]) => [names[name], value]))];
}

function endBlock(end: AccessEnd): Record<string, unknown> {
  const resource = block(end, RESOURCE);
  const packet = block(end, PACKET);
  return {
    ...(resource && { resource_statement: resource }),
    ...(packet && { packet_header_statement: packet }),
  };
}

/** `match_paths` or `exclude_paths` of aws_ec2_network_insights_access_scope. */
export function pathBlocks(paths: readonly ExcludedPath[]): Record<string, unknown>[] {
  return paths.map(({ source, destination, through }) => ({
    ...(source && { source: [endBlock(source)] }),
    ...(destination && { destination: [endBlock(destination)] }),
    ...(through && { through_resources: through.map(endBlock) }),
  }));
}
