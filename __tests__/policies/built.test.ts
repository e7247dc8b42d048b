import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { loadPolicySync } from "@open-policy-agent/opa-wasm";
import { readCatalogue } from "../../gate/judge/catalogue";
import { version } from "../../gate/package";

const root = join(__dirname, "..", "..");
const built = (file: string): Buffer => readFileSync(join(root, "policies/built", file));
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const lock = JSON.parse(built("policy.lock.json").toString("utf8")) as {
  wasm: string;
  entrypoints: string[];
  sources: Record<string, string>;
};
const REBUILD = "run node tools/build-policies.js";

describe("the built policies belong to their sources", () => {
  it("names every source file, and the schemas of what they read, with its hash", () => {
    const files = readdirSync(join(root, "policies"), { recursive: true })
      .map((file) => `policies/${String(file).split(sep).join("/")}`)
      .filter((file) => file.endsWith(".rego") && !file.endsWith("_test.rego"))
      .concat("schemas/model.schema.json", "schemas/settings.schema.json");
    const now = Object.fromEntries(files.map((file) => [file, sha256(readFileSync(join(root, file)))]));
    expect({ [REBUILD]: lock.sources }).toEqual({ [REBUILD]: now });
  });

  it("names the wasm by its hash, which is the bundle's revision", () => {
    expect(sha256(built("policy.wasm"))).toBe(lock.wasm);
    const manifest: unknown = JSON.parse(readFileSync(join(root, "policies/.manifest"), "utf8"));
    expect(manifest).toEqual({
      revision: lock.wasm,
      roots: ["flowgate"],
      rego_version: 1,
      metadata: { version: version(), modelVersion: 1 },
    });
  });

  it("has an entrypoint for each rule of the catalogue but those on waivers, and two to settle", () => {
    const onModels = readCatalogue().filter(({ id }) => !id.startsWith("waiver-"));
    const rules = onModels.map(({ id }) => `flowgate/rules/${id.replaceAll("-", "_")}/verdict`);
    expect(lock.entrypoints).toEqual([...rules, "flowgate/report", "flowgate/settled"].sort());
  });

  it("calls nothing of its host, and holds the entrypoints of the lock", () => {
    const policy = loadPolicySync(built("policy.wasm"), { initial: 64 }) as unknown as {
      entrypoints: Record<string, number>;
      mem: { buffer: ArrayBuffer };
      wasmInstance: { exports: { builtins(): number; opa_json_dump(value: number): number } };
    };
    const abi = policy.wasmInstance.exports;
    const bytes = Buffer.from(policy.mem.buffer, abi.opa_json_dump(abi.builtins()), 2);
    expect(bytes.toString("latin1")).toBe("{}");
    expect(Object.keys(policy.entrypoints)).toEqual(expect.arrayContaining(lock.entrypoints));
  });
});

describe("building them again", () => {
  const opa = [join(root, ".tools/bin/opa"), "opa"].find((each) => spawnSync(each, ["version"]).status === 0);

  it("gives the same bytes where OPA is there, and CI has it", () => {
    const run = spawnSync(process.execPath, ["tools/build-policies.js", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    if (opa === undefined && process.env.CI === undefined) {
      expect(run.stderr).toContain("opa is needed to build the policies: run tools/install-rego");
    } else {
      expect(run).toMatchObject({ stderr: "", status: 0 });
    }
  });

  it("says how to get OPA where there is none", () => {
    const env = { ...process.env, OPA: join(root, "no-such-program") };
    const run = spawnSync(process.execPath, ["tools/build-policies.js", "--check"], {
      cwd: root,
      encoding: "utf8",
      env,
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toBe(
      "opa is needed to build the policies: run tools/install-rego, or set OPA to the path of the executable\n",
    );
    expect(existsSync(join(root, "policies/built/policy.wasm"))).toBe(true);
  });
});
