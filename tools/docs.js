// Writes docs/api, the reference of the package's two faces, from their docstrings:  npm run docs
// With --check it writes nothing, and exits 1 where docs/api is not what the docstrings say.
const { mkdtempSync, readdirSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const ROOT = join(__dirname, "..");
const TARGET = join(ROOT, "docs", "api");

const OPTIONS = {
  entryPoints: [join(ROOT, "modules", "index.ts"), join(ROOT, "gate", "index.ts")],
  tsconfig: join(__dirname, "docs.tsconfig.json"),
  plugin: ["typedoc-plugin-markdown"],
  name: "flowgate",
  readme: "none",
  // One page for `flowgate`, one for `flowgate/gate`; without what constructs inherit from cdktf.
  outputFileStrategy: "modules",
  excludeExternals: true,
  excludePrivate: true,
  excludeNotDocumented: false,
  disableSources: true,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  // The pages must not differ from one checkout to the next.
  gitRevision: "main",
  // `npm run typecheck` says what is wrong with the types.
  skipErrorChecking: true,
  logLevel: "Error",
};

/** Files of a folder by their path in it; none where it is missing. */
function pages(folder) {
  try {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return Object.fromEntries(
      names.map(({ parentPath, name }) => {
        const file = join(parentPath, name);
        return [file.slice(folder.length + 1), readFileSync(file, "utf8")];
      }),
    );
  } catch {
    return {};
  }
}

async function generate(folder) {
  const { Application } = await import("typedoc");
  const app = await Application.bootstrapWithPlugins({ ...OPTIONS, out: folder });
  const project = await app.convert();
  if (project === undefined) throw new Error("the sources cannot be read");
  await app.generateOutputs(project);
}

async function main() {
  if (!process.argv.includes("--check")) {
    rmSync(TARGET, { recursive: true, force: true });
    await generate(TARGET);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "flowgate-docs-"));
  try {
    await generate(folder);
    const [made, there] = [pages(folder), pages(TARGET)];
    const stale = [...new Set([...Object.keys(made), ...Object.keys(there)])].filter(
      (page) => made[page] !== there[page],
    );
    if (stale.length === 0) return 0;
    console.error(`docs/api is stale (${stale.join(", ")}): run npm run docs`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().then((code) => {
  process.exitCode = code;
});
