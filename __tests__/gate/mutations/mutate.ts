type Path = readonly string[];

/** One change to a Terraform JSON document. */
export interface Mutant {
  /** What was changed, and how. */
  readonly name: string;
  readonly root: unknown;
}

const DELETED = Symbol("deleted");

/** Every document that differs from `root` in one argument, one resource, or one element of a policy text. */
export function* mutants(root: unknown): Generator<Mutant> {
  for (const path of pathsOf(root)) {
    for (const [how, value] of changesOf(root, path))
      yield { name: `${path.join(".")}: ${how}`, root: changed(root, path, value) };
    const [block, type = "", name = "", ...rest] = path;
    if (block === "resource" && name !== "" && rest.length === 0) {
      const without = changed(root, path, DELETED);
      yield {
        name: `${path.join(".")}: renamed`,
        root: changed(without, ["resource", type, `${name}-renamed`], at(root, path)),
      };
    }
  }
}

function* changesOf(root: unknown, path: Path): Generator<readonly [string, unknown]> {
  const value = at(root, path);
  yield ["deleted", DELETED];
  if (typeof value === "number") {
    yield* [
      ["0", 0],
      ["one more", value + 1],
    ] as const;
  }
  if (typeof value === "number" || typeof value === "string") {
    yield* [
      ["null", null],
      ["true", true],
      ["a list", [value]],
      ["an object", { a: value }],
    ] as const;
    yield ["not known", "${var.somewhere}"];
  }
  if (typeof value !== "string") return;
  const policy = policyIn(value);
  if (policy !== undefined) yield* policyChanges(policy);
  else
    yield* [
      ["another text", `${value}x`],
      ["empty", ""],
    ] as const;
  yield* textChanges(root, value);
}

function* policyChanges(policy: object): Generator<readonly [string, string]> {
  for (const path of pathsOf(policy)) {
    const value = at(policy, path);
    const written = (how: string, other: unknown): readonly [string, string] => [
      `policy ${path.join(".")} ${how}`,
      JSON.stringify(changed(policy, path, other)),
    ];
    yield written("deleted", DELETED);
    if (typeof value !== "string") continue;
    yield* [written("another text", `${value}x`), written("a star", "*")];
  }
}

/** Another account, another region, another attribute, another resource of the same type. */
function* textChanges(root: unknown, text: string): Generator<readonly [string, string]> {
  if (/\d{12}/.test(text)) yield ["another account", text.replace(/\d{12}/, "999999999999")];
  if (text.includes("eu-west-1")) yield ["another region", text.replace("eu-west-1", "us-east-1")];
  for (const [whole, start = "", attribute] of new Set(text.matchAll(/(\$\{[^}]*)\.(\w+)\}/g)))
    for (const other of ["arn", "id", "name", "nothing"])
      if (other !== attribute) yield [`${other} of ${whole}`, text.replace(whole, `${start}.${other}}`)];
  const [whole, type = "", name = ""] = /\$\{(aws_\w+)\.([\w-]+)/.exec(text) ?? [];
  if (whole === undefined) return;
  const named = at(root, ["resource", type]) ?? {};
  for (const other of [...Object.keys(named), "missing"])
    if (other !== name) yield [`${type}.${other}`, text.replaceAll(whole, `\${${type}.${other}`)];
}

function policyIn(text: string): object | undefined {
  return text.startsWith("{") ? (JSON.parse(text) as object) : undefined;
}

/** Where everything below a value stands, comments apart. */
function* pathsOf(value: unknown, above: Path = []): Generator<Path> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "//") continue;
    yield [...above, key];
    yield* pathsOf(member, [...above, key]);
  }
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((above, key) => (above as Record<string, unknown> | undefined)?.[key], value);
}

function changed(value: unknown, path: Path, other: unknown): unknown {
  const copy = structuredClone(value);
  const above = at(copy, path.slice(0, -1)) as Record<string, unknown>;
  const key = path.at(-1) ?? "";
  if (other !== DELETED) above[key] = other;
  else if (Array.isArray(above)) above.splice(Number(key), 1);
  else Reflect.deleteProperty(above, key);
  return copy;
}
