import { isObject } from "../blocks";
import type { Attributes } from "../resource";

/**
 * The `configuration` of a plan: what was written, as far as Terraform says it. Addresses in it have no instance keys.
 * https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation
 */
export interface WrittenModule {
  /** By address within the module: `aws_flow_log.x`, `data.aws_region.y`. */
  readonly resources: ReadonlyMap<string, WrittenResource>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  readonly outputs: ReadonlyMap<string, WrittenOutput>;
  /** The default of each variable that has one: a literal value. */
  readonly defaults: ReadonlyMap<string, unknown>;
}

export interface WrittenResource {
  /** By argument: `{ constant_value?, references? }`, or a list of the same for blocks. */
  readonly expressions: Attributes;
  /** The provider configuration: `aws`, `aws.ALIAS`, `module.m:aws`. */
  readonly provider: string | undefined;
  readonly dependsOn: readonly string[];
  readonly forEach: unknown;
  /** The expressions that decide how many there are. */
  readonly repetition: readonly unknown[];
}

/** An output: its value, and what else it waits for. */
export interface WrittenOutput extends Pick<WrittenResource, "dependsOn"> {
  readonly expression: unknown;
}

export interface ModuleCall extends Pick<
  WrittenResource,
  "expressions" | "dependsOn" | "forEach" | "repetition"
> {
  readonly module: WrittenModule;
}

/** Reads a module of the configuration and all that it calls. What is malformed counts as not written: then it is not known. */
export function readWrittenModule(module: unknown): WrittenModule {
  const { resources, module_calls: calls, outputs, variables } = objectOf(module);
  return {
    resources: new Map(listOf(resources).map((each) => [textOf(each.address), readResource(each)])),
    calls: new Map(entriesOf(calls).map(([name, call]) => [name, readCall(objectOf(call))])),
    outputs: new Map(entriesOf(outputs).map(([name, output]) => [name, readOutput(objectOf(output))])),
    defaults: new Map(
      entriesOf(variables).flatMap(([name, variable]) =>
        isObject(variable) && Object.hasOwn(variable, "default") ? [[name, variable.default] as const] : [],
      ),
    ),
  };
}

function readResource(resource: Attributes): WrittenResource {
  const provider = resource.provider_config_key;
  return Object.assign(readRepeated(resource), {
    provider: typeof provider === "string" ? provider : undefined,
  });
}

function readOutput({ expression, depends_on: dependsOn }: Attributes): WrittenOutput {
  return { expression, dependsOn: textsOf(dependsOn) };
}

function readCall(call: Attributes): ModuleCall {
  return Object.assign(readRepeated(call), { module: readWrittenModule(call.module) });
}

function readRepeated({
  expressions,
  depends_on: dependsOn,
  count_expression: count,
  for_each_expression: forEach,
}: Attributes): Omit<WrittenResource, "provider"> {
  return {
    expressions: objectOf(expressions),
    dependsOn: textsOf(dependsOn),
    forEach,
    repetition: [count, forEach].filter((each) => each !== undefined),
  };
}

/** The members of an object; none for anything else. */
export function objectOf(value: unknown): Attributes {
  return isObject(value) ? value : {};
}

/** The objects of a list; none for anything else. */
export function listOf(value: unknown): readonly Attributes[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(objectOf(value));
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
