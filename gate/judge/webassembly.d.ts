/** What is used of WebAssembly: Node has it, while neither lib.es2023 nor @types/node 20 declare it. */
declare namespace WebAssembly {
  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}
