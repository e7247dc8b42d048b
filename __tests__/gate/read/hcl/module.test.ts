import { UNKNOWN } from "../../../../gate/read/resource";
import { attributes, read, resources } from "./files";

const GROUP = (body: string): string => `resource "aws_cloudwatch_log_group" "g" {\n${body}\n}\n`;

describe("HCL reads as the same in Terraform's JSON syntax", () => {
  test.each<[string, string, unknown]>([
    [
      "literals",
      'name = "/a"\nretention_in_days = 7\nskip_destroy = true\nkms_key_id = null',
      {
        name: "/a",
        retention_in_days: 7,
        skip_destroy: true,
        kms_key_id: null,
      },
    ],
    ["a reference", "kms_key_id = aws_kms_key.k.arn", { kms_key_id: "${aws_kms_key.k.arn}" }],
    ["a template", 'name = "/a/${aws_vpc.v.id}"', { name: "/a/${aws_vpc.v.id}" }],
    ["escaped fields", 'name = "$${srcaddr} $${dstaddr}"', { name: "$${srcaddr} $${dstaddr}" }],
    [
      "a heredoc",
      'name = <<EOT\n{\n\t"a": "${aws_vpc.v.id}"\n}\nEOT',
      { name: '{\n\t"a": "${aws_vpc.v.id}"\n}\n' },
    ],
    ["an indented heredoc", "name = <<-EOT\n    a\n      b\n  EOT", { name: "a\n  b\n" }],
    ["Windows line ends", 'name = "/a"\r\nretention_in_days = 7\r', { name: "/a", retention_in_days: 7 }],
    [
      "a policy in HCL",
      'name = jsonencode({ "Version" : "2012-10-17", Statement = [{ Resource = aws_x.y.arn }] })',
      {
        name: '{"Statement":[{"Resource":"${aws_x.y.arn}"}],"Version":"2012-10-17"}',
      },
    ],
    ["a block", 'timeouts {\n create = "1m"\n}', { timeouts: [{ create: "1m" }] }],
    [
      "meta-arguments",
      "provider = aws.west\ndepends_on = [aws_vpc.v]\nlifecycle {\n ignore_changes = [name]\n}",
      {
        provider: "${aws.west}",
        depends_on: ["${aws_vpc.v}"],
        lifecycle: [{ ignore_changes: ["${name}"] }],
      },
    ],
  ])("%s", async (_, body, expected) => {
    expect(await attributes({ "a.tf": GROUP(body) })).toEqual(expected);
  });

  test("what a dynamic block makes is not known, however many others stand beside it", async () => {
    const body =
      'timeouts {\n create = "1m"\n}\ndynamic "timeouts" {\n for_each = var.t\n content {\n create = timeouts.value\n }\n}';
    expect(await attributes({ "a.tf": GROUP(body) })).toMatchObject({ timeouts: UNKNOWN });
  });

  test("a dynamic block inside a block leaves the rest of it known", async () => {
    const body = 'rule {\n id = "a"\n dynamic "filter" {\n for_each = var.t\n content {}\n }\n}';
    expect(await attributes({ "a.tf": GROUP(body) })).toMatchObject({ rule: [{ id: "a", filter: UNKNOWN }] });
  });

  test("a tag that is called dynamic is a tag", async () => {
    const tags = { tags: { dynamic: "x" } };
    expect(await attributes({ "a.tf": GROUP('tags = { dynamic = "x" }') })).toEqual(tags);
  });
});

test("one folder of .tf and .tf.json files is one module, and each resource knows its file and line", async () => {
  const { configuration, faults } = await read({
    "infra/a.tf": `# first\nlocals {\n  text = <<EOT\nresource "x" "y" {\nEOT\n  b = "}" # }\n}\n/* { */ ${GROUP('name = "${local.n}"')}`,
    "infra/b.tf": 'data "aws_region" "here" {}\n\n\nresource aws_vpc "v" { cidr_block = "10.0.0.0/16" }\n',
    "infra/c.tf.json":
      '{"locals": {"n": "/flow"}, "resource": {"aws_subnet": {"s": {"vpc_id": "${aws_vpc.v.id}"}}}}',
  });
  expect(faults).toEqual([]);
  expect(configuration.sources).toMatchObject([{ path: "infra", kind: "hcl" }]);
  expect(configuration.resources.map(({ address, location }) => [address, location])).toEqual([
    ["aws_cloudwatch_log_group.g", { path: "infra/a.tf", line: 8 }],
    ["data.aws_region.here", { path: "infra/b.tf", line: 1 }],
    ["aws_vpc.v", { path: "infra/b.tf", line: 4 }],
    ["aws_subnet.s", undefined],
  ]);
  expect(configuration.resources[0]?.attributes).toEqual({ name: "/flow" });
});

test("what holds no resource is no fault: comments, settings, moves, imports, removals and checks", async () => {
  const files = {
    "m/empty.tf": "",
    "m/comment.tf": "# nothing yet\n",
    "m/mark.tf": '\uFEFFterraform {\n  required_version = ">= 1.5"\n  backend "s3" {}\n}\n',
    "m/moves.tf":
      'moved {\n from = aws_vpc.a\n to = aws_vpc.b\n}\nimport {\n to = aws_vpc.b\n id = "vpc-1"\n}\nremoved {\n from = aws_vpc.c\n}\ncheck "up" {\n assert {\n condition = true\n error_message = ""\n }\n}\n',
    "m/main.tf": GROUP(""),
  };
  expect(await resources(files)).toHaveLength(1);
});

test("a call of a module is known as one that is not read", async () => {
  const { configuration } = await read({
    "m/a.tf": 'module "net" {\n source = "./net"\n vpc_id = aws_vpc.v.id\n}\n',
  });
  expect([...(configuration.sources[0]?.modules.keys() ?? [])]).toEqual(["module.net"]);
});

test("a policy text of a megabyte is read", async () => {
  const text = "x".repeat(1 << 20);
  expect(await attributes({ "a.tf": GROUP(`name = <<EOT\n${text}\nEOT`) })).toEqual({ name: `${text}\n` });
});

test("names of JavaScript's own are names like any other", async () => {
  const files = {
    "a.tf":
      'locals {\n  __proto__ = "/a"\n  constructor = 7\n}\nresource "aws_cloudwatch_log_group" "__proto__" {\n  name = local.__proto__\n  retention_in_days = local.constructor\n}\n',
  };
  const [group] = await resources(files);
  expect(group).toMatchObject({
    address: "aws_cloudwatch_log_group.__proto__",
    attributes: { name: "/a", retention_in_days: 7 },
    location: { line: 5 },
  });
});

test("locals that double with every step are left unknown instead of filling the memory", async () => {
  const steps = Array.from({ length: 60 }, (_, at) => `  l${at + 1} = [local.l${at}, local.l${at}]\n`);
  const body = "name = jsonencode(local.l60)";
  const files = { "a.tf": `locals {\n  l0 = "x"\n${steps.join("")}}\n${GROUP(body)}` };
  expect(JSON.stringify(await attributes(files)).length).toBeLessThan(100_000);
});
