import type { PolicyContext } from "../policy-context";
import type { ConditionFacts } from "./compare";

type Facts = readonly ConditionFacts[];
type Match = ConditionFacts["own"];

/**
 * What the values of a condition match where a role is used in several regions or accounts: the service's request is
 * another one in each. Answers a function that takes whether the condition has to match in each of them (an Allow has
 * to let each in, and a Deny no one out) or one is enough.
 */
export function forEach(
  owns: PolicyContext["owns"],
  context: PolicyContext,
  read: (context: PolicyContext) => Facts,
): (inEach: boolean) => Facts {
  const [first, ...others] = owns ?? [];
  if (first === undefined || others.length === 0) return () => read(context);
  const readings = [first, ...others].map((own) => read(as(context, own)));
  return (inEach) => settle(readings, inEach);
}

function as(context: PolicyContext, own: PolicyContext["own"]): PolicyContext {
  return {
    own,
    resolve: (expression) => context.resolve(expression),
    follow: (expression) => context.follow(expression),
    dataDocument: (expression) => context.dataDocument(expression),
  };
}

/** One value is enough to match; `no` comes first where each own has to, `yes` where one will do. */
function settle(readings: readonly Facts[], inEach: boolean): Facts {
  const matches = readings.map((facts) => worst(facts, ["yes", "some", "unknown", "no"]));
  const order: readonly Match[] = inEach
    ? ["no", "unknown", "some", "yes"]
    : ["yes", "some", "unknown", "no"];
  const match = order.find((each) => matches.includes(each)) ?? "unknown";
  return (readings[0] ?? []).map((_, at) => {
    const facts = readings.flatMap((reading) => reading[at] ?? []);
    const fitting = facts.find(({ own }) => own === match) ?? facts.find(({ own }) => own === "no");
    return { ...(fitting ?? UNKNOWN), ...(match === "no" && { own: match }) };
  });
}

const UNKNOWN: ConditionFacts = { own: "unknown", foreign: "unknown", flaw: "" };

function worst(facts: Facts, order: readonly Match[]): Match {
  return order.find((match) => facts.some(({ own }) => own === match)) ?? "no";
}
