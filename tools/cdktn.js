// Does the library work unchanged on cdktn, the maintained fork of cdktf?  npm run build && node tools/cdktn.js
//
// Installs cdktn and its AWS provider under cdktf's names (npm aliases) in a temporary folder, synthesizes every example
// on both, and compares what they write, apart from the versions that each names. Needs Node 22.11 (cdktn does), 500 MB
// and the npm registry; with an older Node:  npx -y -p node@22 node tools/cdktn.js
const { execFileSync } = require("node:child_process");
const {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { isDeepStrictEqual } = require("node:util");

const ROOT = join(__dirname, "..");
const PAIRING = {
  cdktf: "npm:cdktn@0.24.0",
  "@cdktf/provider-aws": "npm:@cdktn/provider-aws@25.7.0",
  constructs: "10.7.2",
};

/** The apps that `npm run build` compiled. */
function apps() {
  const examples = readdirSync(join(ROOT, "examples"))
    .map((name) => join("examples", name, "main.js"))
    .filter((app) => existsSync(join(ROOT, "dist", app)));
  return ["main.js", ...examples];
}

/** Every stack that an app writes, by its name, without the versions of CDKTF and of the provider. */
function synthesize(home, app) {
  const outdir = mkdtempSync(join(tmpdir(), "flowgate-cdktn-"));
  try {
    execFileSync(process.execPath, [join(home, "dist", app)], {
      cwd: home,
      env: { ...process.env, CDKTF_OUTDIR: outdir },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const stacks = readdirSync(join(outdir, "stacks")).sort();
    return Object.fromEntries(
      stacks.map((stack) => {
        const written = JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8"));
        delete written["//"].metadata.version;
        delete written.terraform.required_providers;
        return [stack, written];
      }),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Places where two JSON values differ. */
function differences(one, other, path = "") {
  if (isDeepStrictEqual(one, other)) return [];
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return [`${path}: ${JSON.stringify(one)} on cdktf, ${JSON.stringify(other)} on cdktn`];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => differences(one[key], other[key], `${path}/${key}`));
}

/** What only the newer provider has must be accepted there. */
const ACCESS_SCOPE = `
const { App, TerraformStack } = require("cdktf");
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { Ec2NetworkInsightsAccessScope } = require("@cdktf/provider-aws/lib/ec2-network-insights-access-scope");
const { AccessScope } = require("./dist/modules");
const { mkdtempSync, readFileSync } = require("node:fs");
const app = new App({ outdir: mkdtempSync("scope-"), context: { "flowgate:location": false } });
const stack = new TerraformStack(app, "scope");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
const source = { resourceTypes: ["AWS::EC2::InternetGateway"], destinationPorts: ["22"] };
const exclude = [{ through: [{ resources: ["vpc-0a1b"] }] }];
new AccessScope(stack, "ours", { match: [{ source }], exclude, tags: { a: "b" } });
new Ec2NetworkInsightsAccessScope(stack, "theirs", {
  matchPaths: [
    {
      source: [
        {
          resourceStatement: [{ resourceTypes: source.resourceTypes }],
          packetHeaderStatement: [{ destinationPorts: source.destinationPorts }],
        },
      ],
    },
  ],
  excludePaths: [{ throughResources: [{ resourceStatement: [{ resources: ["vpc-0a1b"] }] }] }],
  tags: { a: "b" },
});
app.synth();
const made = JSON.parse(readFileSync(app.outdir + "/stacks/scope/cdk.tf.json", "utf8")).resource;
const both = Object.values(made.aws_ec2_network_insights_access_scope).map(({ "//": _, ...args }) => args);
require("node:assert").deepStrictEqual(both[0], both[1]);
`;

function main() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 11)) {
    console.error(
      `cdktn: needs Node 22.11, this is ${process.versions.node}; run npx -y -p node@22 node tools/cdktn.js`,
    );
    return 2;
  }
  const home = mkdtempSync(join(tmpdir(), "flowgate-cdktn-home-"));
  try {
    writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, dependencies: PAIRING }));
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: home, stdio: "inherit" });
    cpSync(join(ROOT, "dist"), join(home, "dist"), { recursive: true });
    let failed = 0;
    for (const app of apps()) {
      const found = differences(synthesize(ROOT, app), synthesize(home, app));
      console.log(found.length === 0 ? `same     ${app}` : `differs  ${app}\n  ${found.join("\n  ")}`);
      failed += found.length === 0 ? 0 : 1;
    }
    writeFileSync(join(home, "scope.js"), ACCESS_SCOPE);
    execFileSync(process.execPath, ["scope.js"], { cwd: home, stdio: "inherit" });
    console.log("same     AccessScope and the provider's own class");
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

process.exitCode = main();
