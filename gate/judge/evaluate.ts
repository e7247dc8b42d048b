import { loadPolicySync } from "@open-policy-agent/opa-wasm";
import { JudgeFault } from "./fault";

/** One instance of the policies, holding one input that is parsed once and asked rule by rule. */
export interface Evaluation {
  /** The answer of an entrypoint; undefined where the policies leave it so. Throws a JudgeFault. */
  ask(entrypoint: string): unknown;
  /** Puts another input in place of the one before. */
  replaceInput(input: unknown): void;
  /** Size of the guest's memory now, bytes. */
  memory(): number;
}

const PAGE = 65_536;
const MOST_PAGES = 32_768;

/**
 * What the guest's heap may need for each byte of input. Parsing alone takes up to 97 for an array of small numbers, and
 * to settle on fifty rules that find something in every subject takes 70. Address space that is not touched costs
 * nothing, while growing by single pages costs seconds.
 */
const HEAP_PER_BYTE = 100;

/** The exports of OPA's ABI 1.3 and the fields of opa-wasm 1.10.0 that are used here. */
interface Guest {
  readonly mem: WebAssembly.Memory;
  readonly dataAddr: number;
  readonly entrypoints: Readonly<Record<string, number>>;
  readonly wasmInstance: { readonly exports: Abi };
  setData(data: object): void;
}

interface Abi {
  opa_malloc(bytes: number): number;
  opa_json_parse(address: number, bytes: number): number;
  opa_json_dump(value: number): number;
  opa_heap_ptr_get(): number;
  opa_heap_ptr_set(address: number): void;
  opa_eval_ctx_new(): number;
  opa_eval_ctx_set_input(context: number, value: number): void;
  opa_eval_ctx_set_data(context: number, value: number): void;
  opa_eval_ctx_set_entrypoint(context: number, entrypoint: number): void;
  opa_eval_ctx_get_result(context: number): number;
  eval(context: number): number;
}

/** Loads the policies with data (`{ flowgate_settings }`) and an input. Throws a JudgeFault. */
export function startEvaluation(module: WebAssembly.Module, data: object, input: unknown): Evaluation {
  const bytes = attempt("read the input", () => encode(input));
  const guest = attempt("load", () => {
    const policy = loadPolicySync(module, { initial: pagesFor(bytes.length) }) as unknown as Guest;
    policy.setData(data);
    return policy;
  });
  const abi = guest.wasmInstance.exports;
  const free = abi.opa_heap_ptr_get();
  let value = attempt("read the input", () => parse(guest, bytes));
  let heap = abi.opa_heap_ptr_get();
  return {
    ask: (entrypoint) => attempt(`evaluate ${entrypoint}`, () => evaluate(guest, entrypoint, value, heap)),
    replaceInput(next) {
      abi.opa_heap_ptr_set(free);
      value = attempt("read the input", () => parse(guest, encode(next)));
      heap = abi.opa_heap_ptr_get();
    },
    memory: () => guest.mem.buffer.byteLength,
  };
}

function pagesFor(bytes: number): number {
  return Math.min(MOST_PAGES, Math.ceil((bytes * HEAP_PER_BYTE) / PAGE) + 64);
}

function encode(input: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(input));
}

function parse(guest: Guest, bytes: Uint8Array): number {
  const abi = guest.wasmInstance.exports;
  const address = abi.opa_malloc(bytes.length);
  new Uint8Array(guest.mem.buffer, address, bytes.length).set(bytes);
  const value = abi.opa_json_parse(address, bytes.length);
  if (value === 0) throw new Error("it is not JSON that they understand");
  return value;
}

function evaluate(guest: Guest, entrypoint: string, input: number, heap: number): unknown {
  const abi = guest.wasmInstance.exports;
  const number = Object.hasOwn(guest.entrypoints, entrypoint) ? guest.entrypoints[entrypoint] : undefined;
  if (number === undefined) throw new Error("there is no such entrypoint");
  abi.opa_heap_ptr_set(heap);
  const context = abi.opa_eval_ctx_new();
  abi.opa_eval_ctx_set_input(context, input);
  abi.opa_eval_ctx_set_data(context, guest.dataAddr);
  abi.opa_eval_ctx_set_entrypoint(context, number);
  abi.eval(context);
  const address = abi.opa_json_dump(abi.opa_eval_ctx_get_result(context));
  const results = JSON.parse(textAt(guest.mem, address)) as readonly { readonly result: unknown }[];
  return results[0]?.result;
}

function textAt(memory: WebAssembly.Memory, address: number): string {
  const bytes = new Uint8Array(memory.buffer);
  return new TextDecoder().decode(bytes.subarray(address, bytes.indexOf(0, address)));
}

/** OPA throws texts and plain objects too. */
function attempt<T>(what: string, step: () => T): T {
  try {
    return step();
  } catch (thrown) {
    throw new JudgeFault(
      `the policies could not ${what}: ${reasonOf(thrown)}`,
      "report this with the input as an issue of flowgate",
    );
  }
}

function reasonOf(thrown: unknown): string {
  if (typeof thrown === "string") return thrown;
  const { message } = thrown as { message?: unknown };
  return typeof message === "string" ? message : JSON.stringify(thrown);
}
