/** `[0]` or `["k"]`, with the escapes of HCL. */
const INSTANCE_KEY = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;
const STEP = /(?:^|\.)([^.[\]"]+)|(\[(?:\d+|"(?:[^"\\]|\\.)*")\])/gy;

/** An address without the keys of its instances: what Terraform's graph, and `depends_on`, know. */
export function configurationAddress(address: string): string {
  return address.includes("[") ? address.replace(INSTANCE_KEY, "") : address;
}

/** The steps of an address or a reference; a key is a step of its own. Undefined where it is neither. */
export function stepsOf(address: string): readonly string[] | undefined {
  const steps: string[] = [];
  for (STEP.lastIndex = 0; STEP.lastIndex < address.length;) {
    const match = STEP.exec(address);
    if (match === null) return undefined;
    steps.push(match[1] ?? match[2] ?? "");
  }
  return steps;
}

/** The address or reference that steps make. */
export function joinSteps(steps: readonly string[]): string {
  let text = "";
  for (const step of steps) text += text === "" || step.startsWith("[") ? step : `.${step}`;
  return text;
}

/** The key of an instance as an address writes it: `[0]`, `["k"]`; "" for the only one. */
export function instanceKey(index: unknown): string {
  if (typeof index === "number") return `[${index}]`;
  return typeof index === "string" ? `[${JSON.stringify(index).replace(/([$%])\{/g, "$1$1{")}]` : "";
}
