import { constants, isUtf8 } from "node:buffer";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

import type { Document, Fault } from "./document";
import { kindOf } from "./kind";
import { readManifest } from "./manifest";
import { parseDocument } from "./parse";
import { isOfModule, isOpenTofuFile, isTerraformFile } from "./terraform-file";
import { openTofu, withoutDocuments } from "./unreadable-folder";

/** What the paths of a command line name. */
export interface Found {
  readonly documents: readonly Document[];
  readonly faults: readonly Fault[];
}

/**
 * Reads the documents that files, folders and `-` name: the stacks of a cdktf.out; of any other folder what Terraform
 * reads there, which are its `.tf` and `.tf.json` files and the values of their variables. A `.tf` file stands for its
 * folder. A file that two paths name is read once. The reader touches the disk here and in `find-modules.ts` alone.
 */
export function findDocuments(paths: readonly string[], stdin?: Uint8Array): Found {
  const finder = new Finder();
  for (const path of new Set(paths)) {
    if (path === "-") finder.addStandardInput(stdin ?? new Uint8Array());
    else finder.find(path);
  }
  return finder;
}

/** Decodes a file's bytes, which have to be UTF-8 and hold no NUL: UTF-16 is full of them. */
export function decode(path: string, bytes: Uint8Array): { text: string } | { fault: Fault } {
  if (bytes.length > constants.MAX_STRING_LENGTH) return { fault: { path, ...TOO_LARGE } };
  if (ZIP.every((byte, at) => bytes[at] === byte)) return { fault: { path, ...PLAN_FILE } };
  if (isUtf8(bytes) && !bytes.includes(0))
    return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") };
  return {
    fault: {
      path,
      message: "the document is not UTF-8 text",
      fix: "save it as UTF-8 without byte order mark",
    },
  };
}

class Finder implements Found {
  readonly documents: Document[] = [];
  readonly faults: Fault[] = [];
  private readonly seen = new Set<string>();

  find(path: string): void {
    this.reading(path, () => {
      const entry = statSync(path);
      if (entry.isDirectory()) this.findInFolder(path);
      else if (!entry.isFile()) this.refuse(path, ...NO_FILE);
      else if (path.endsWith(".tf")) this.findInFolder(dirname(path));
      else if (isOpenTofuFile(basename(path)))
        this.faults.push({ path: slashed(path), ...openTofu([basename(path)]) });
      else if (basename(path) === "manifest.json") this.findStacks(dirname(path));
      else this.readFile(path);
    });
  }

  addStandardInput(bytes: Uint8Array): void {
    if (bytes.length > 0) this.add("-", bytes);
    else this.refuse("-", "standard input is empty", "pipe the document in, or give its path instead of -");
  }

  private add(path: string, bytes: Uint8Array): void {
    const decoded = decode(path, bytes);
    if ("fault" in decoded) this.faults.push(decoded.fault);
    else this.documents.push({ path, text: decoded.text });
  }

  private findFile(path: string): void {
    this.reading(path, () => {
      if (statSync(path).isFile()) this.readFile(path);
      else this.refuse(path, ...NO_FILE);
    });
  }

  private reading(path: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      this.refuseUnreadable(path, error);
    }
  }

  private readFile(path: string): void {
    const identity = resolve(path);
    if (this.seen.has(identity)) return;
    this.seen.add(identity);
    this.add(slashed(path), readFileSync(path));
  }

  private findInFolder(folder: string): void {
    const names = readdirSync(folder).sort();
    const files = names.filter(isOfModule);
    const foreign = names.filter(isOpenTofuFile);
    const isHclOutput = files.includes("cdk.tf") && !files.includes("cdk.tf.json");
    if (names.includes("manifest.json")) this.findStacks(folder);
    else if (isHclOutput) this.refuse(folder, ...HCL_OUTPUT);
    else if (foreign.length > 0) this.faults.push({ path: slashed(folder), ...openTofu(foreign) });
    else if (files.some(isTerraformFile)) for (const name of files) this.findFile(join(folder, name));
    else this.faults.push({ path: slashed(folder), ...withoutDocuments(folder, names) });
  }

  private findStacks(folder: string): void {
    const before = this.documents.length;
    this.readFile(join(folder, "manifest.json"));
    const manifest = this.documents[before];
    if (manifest === undefined) return;
    const parsed = parseDocument(manifest);
    if ("fault" in parsed || kindOf(parsed.value) !== "manifest") return;
    for (const stack of readManifest(manifest.path, parsed.value) ?? [])
      if (!stack.isOutside) this.findStack(stack.path);
  }

  /** A file that is missing is left to the manifest's reader, which knows the stack's name. */
  private findStack(path: string): void {
    if (existsSync(path)) this.find(path);
    else if (existsSync(path.replace(/\.tf\.json$/, ".tf"))) this.refuse(path, ...HCL_OUTPUT);
  }

  private refuseUnreadable(path: string, error: unknown): void {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (path === "") this.refuse(path, "an empty path is given", GIVE);
    else if (code === "ERR_FS_FILE_TOO_LARGE") this.refuse(path, TOO_LARGE.message, TOO_LARGE.fix);
    else if (code !== "ENOENT")
      this.refuse(path, `the path cannot be read (${code})`, "give a file that can be read");
    else if (basename(path) === "cdktf.out") {
      this.refuse(path, NOTHING_THERE, "run `cdktf synth`, or give the path of what it wrote");
    } else
      this.refuse(path, NOTHING_THERE, path.endsWith(".json") && !path.endsWith(".tf.json") ? MAKE : GIVE);
  }

  private refuse(path: string, message: string, fix: string): void {
    this.faults.push({ path: slashed(path), message, fix });
  }
}

const GIVE = "give cdktf.out, a stack folder, a folder of .tf files, or what `terraform show -json` prints";
/** A plan is the JSON that people most often have yet to make. */
const MAKE =
  "make it, if it is to be a plan: `terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json`; else correct the path";

/** What a JavaScript string can hold. */
const TOO_LARGE = {
  message: `the document is larger than ${Math.floor(constants.MAX_STRING_LENGTH / 1_000_000)} MB, which is more than flowgate reads`,
  fix: "give a smaller part: the plan of one stack or folder",
};

/** "PK", with which the file of `terraform plan -out` starts: it is an archive. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PLAN_FILE = {
  message: "the document is an archive, such as the plan file that `terraform plan -out` writes",
  fix: "give what `terraform show -json` prints of it: `terraform show -json tfplan > plan.json`",
};

/** A pipe or a device may never end. */
const NO_FILE = [
  "the path is neither a file nor a folder",
  "give a file, or pipe its text in and give -",
] as const;

const NOTHING_THERE = "there is no such file or folder";

const HCL_OUTPUT = [
  "the stack was synthesized as HCL (--hcl), which cdktf writes wrongly for JSON policies",
  "run `cdktf synth` without --hcl",
] as const;

function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
