import fc from "fast-check";

/** What the expressions name: locals, and resources that are made never, once, twice and by key. */
export const ROOT = {
  locals: {
    text: "flow/log",
    number: 7,
    nothing: null,
    list: ["b", "a", "b"],
    set: '${toset(["y", "x"])}',
    map: { b: "two", a: "one" },
    mixed: { name: "n", size: 3, on: true },
  },
  resource: {
    terraform_data: {
      none: { count: 0, input: "none" },
      one: { count: 1, input: "one" },
      two: { count: 2, input: "two-${count.index}" },
      keyed: { for_each: { k: "1", j: "2" }, input: "keyed-${each.key}" },
      only: { input: "only" },
    },
  },
};

const ATOMS = [
  '""',
  '"a"',
  '"b/c"',
  '"1"',
  '"true"',
  "0",
  "1",
  "7",
  "1.5",
  "true",
  "false",
  "null",
  "[]",
  "{}",
  ...Object.keys(ROOT.locals).map((name) => `local.${name}`),
  "local.mixed.size",
  "local.map.a",
];
/** Terraform refuses any other step before it looks at a value. */
const ONE = [
  ...["none", "one", "two"].flatMap((name) => [
    `terraform_data.${name}`,
    `terraform_data.${name}[*].output`,
    `terraform_data.${name}.*.output`,
    `terraform_data.${name}[0].output`,
    `terraform_data.${name}[1].output`,
  ]),
  "terraform_data.keyed",
  'terraform_data.keyed["k"].output',
  'terraform_data.keyed["missing"].output',
  "values(terraform_data.keyed)[*].output",
  "terraform_data.only.output",
  "terraform_data.only[*].output",
];
/** By how many arguments they take. */
const FUNCTIONS: readonly (readonly string[])[] = [
  [],
  "tostring tonumber tobool tolist toset jsonencode lower upper trimspace flatten distinct compact sort reverse keys values length one coalesce concat merge coalescelist can try".split(
    " ",
  ),
  "trimprefix trimsuffix startswith endswith split join element contains lookup coalesce concat merge format formatlist coalescelist try zipmap".split(
    " ",
  ),
  "replace lookup coalesce concat try merge".split(" "),
];

/** An expression in Terraform's language, mostly one that Terraform takes. */
export const expression: fc.Arbitrary<string> = fc.letrec<{ any: string; list: string }>((tie) => {
  const any = tie("any");
  const call = fc
    .integer({ min: 1, max: 3 })
    .chain((arity) =>
      fc
        .tuple(
          fc.constantFrom(...(FUNCTIONS[arity] ?? [])),
          fc.array(any, { minLength: arity, maxLength: arity }),
        )
        .map(([name, args]) => `${name}(${args.join(", ")})`),
    );
  return {
    list: fc.oneof(
      fc.array(any, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      fc.constantFrom("local.list", "local.set", "local.map", "terraform_data.two", "terraform_data.keyed"),
    ),
    any: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom(...ATOMS, ...ONE),
      fc.constantFrom(...ONE),
      call,
      call,
      tie("list"),
      fc.tuple(any, any, any).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc
        .tuple(any, fc.constantFrom("==", "!=", "&&", "||", "<", ">=", "+", "-", "*", "/", "%"), any)
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      fc.tuple(fc.constantFrom("!", "-"), any).map(([operator, a]) => `${operator}${a}`),
      fc.tuple(any, any).map(([a, b]) => `try(${a}, ${b}, "none")`),
      any.map((a) => `{ a = ${a}, "b" = 1 }`),
      any.map((a) => `"x-\${${a}}"`),
      fc
        .tuple(tie("list"), fc.constantFrom("[0]", '["a"]', "[*]", "[5]", ".a"))
        .map(([a, step]) => `(${a})${step}`),
      fc
        .tuple(tie("list"), fc.constantFrom("v", "k", "[k]", '"${k}!"', "v == null", "upper(v)"))
        .map(([of, body]) => `[for k, v in ${of} : ${body}]`),
      fc
        .tuple(tie("list"), fc.constantFrom("", ' if v != "a"'))
        .map(([of, when]) => `[for v in ${of} : v${when}]`),
      fc
        .tuple(tie("list"), fc.constantFrom("", "..."))
        .map(([of, dots]) => `{ for k, v in ${of} : k => v${dots} }`),
    ),
  };
}).any;
