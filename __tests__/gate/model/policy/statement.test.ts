import { grantsDelivery } from "../../../../gate/model/policy/read-policy";
import { decode, permission, policy, statementOf, trust } from "./world";

describe("the actions of a statement", () => {
  const actionsOf = (elements: object) => {
    const { actions, not_actions, covers, unknown } = statementOf(policy(permission(elements)), "permission");
    return { actions, not_actions, covers, unknown };
  };
  const logs = [
    "logs:createlogstream",
    "logs:putlogevents",
    "logs:describelogstreams",
    "logs:describeloggroups",
    "logs:createloggroup",
  ];

  test.each<[string, object, object]>([
    [
      "are compared in lower case",
      { Action: "LOGS:putLogEvents" },
      { actions: ["logs:putlogevents"], covers: ["logs:putlogevents"] },
    ],
    [
      "cover what their wildcards match",
      { Action: "logs:Create*" },
      { actions: ["logs:create*"], covers: ["logs:createlogstream", "logs:createloggroup"] },
    ],
    [
      "cover by a question mark",
      { Action: "logs:PutLogEvent?" },
      { actions: ["logs:putlogevent?"], covers: ["logs:putlogevents"] },
    ],
    ["cover all by a star", { Action: "*" }, { actions: ["*"], covers: [...logs, "sts:assumerole"] }],
    [
      "cover by NotAction what it leaves",
      { Action: undefined, NotAction: ["logs:Put*", "sts:*"] },
      {
        not_actions: ["logs:put*", "sts:*"],
        covers: logs.filter((action) => action !== "logs:putlogevents"),
      },
    ],
    [
      "that are partly unknown cover nothing",
      { Action: ["logs:${var.verb}", "logs:PutLogEvents"] },
      { actions: ["logs:putlogevents"], covers: ["logs:putlogevents"], unknown: ["action"] },
    ],
    [
      "except perhaps what is unknown in NotAction",
      { Action: undefined, NotAction: ["logs:${var.verb}"] },
      { covers: ["sts:assumerole"], unknown: ["action"] },
    ],
  ])("%s", (_, elements, expected) => {
    expect(actionsOf(elements)).toEqual({
      actions: [],
      not_actions: [],
      covers: [],
      unknown: [],
      ...expected,
    });
  });
});

describe("the principals of a statement", () => {
  test.each<[string, unknown, object[]]>([
    ["a bare star", "*", [{ kind: "*", id: "*", known: true }]],
    ["any AWS principal", { AWS: "*" }, [{ kind: "aws", id: "*", known: true }]],
    ["a star of kind star", { "*": "*" }, [{ kind: "*", id: "*", known: true }]],
    [
      "several kinds and lists",
      { Service: ["a.amazonaws.com", "b.amazonaws.com"], Federated: "f", CanonicalUser: "c" },
      [
        { kind: "service", id: "a.amazonaws.com", known: true },
        { kind: "service", id: "b.amazonaws.com", known: true },
        { kind: "federated", id: "f", known: true },
        { kind: "canonicaluser", id: "c", known: true },
      ],
    ],
    ["an empty service", { Service: "" }, [{ kind: "service", id: "", known: true }]],
    [
      "a service in a local",
      { Service: "${local.service}" },
      [{ kind: "service", id: "vpc-flow-logs.amazonaws.com", known: true }],
    ],
    ["a variable", { Service: "${var.service}" }, [{ kind: "service", id: "${var.service}", known: false }]],
    [
      "the own account",
      { AWS: "arn:aws:iam::${me}:root" },
      [{ kind: "aws", id: "arn:aws:iam::${me}:root", known: true }],
    ],
    ["nobody", { Service: [] }, []],
  ])("%s", (_, principal, expected) => {
    const world = {
      values: {
        "local.service": ["vpc-flow-logs.amazonaws.com"],
        me: [{ key: "me", kind: "account" as const, shown: "${me}" }],
      },
    };
    expect(statementOf(policy(trust({ Principal: principal })), "trust", world).principals).toEqual(expected);
  });

  test("NotPrincipal has a list of its own", () => {
    const raw = policy(trust({ Principal: undefined, NotPrincipal: { AWS: "111122223333" } }));
    expect(statementOf(raw, "trust")).toMatchObject({
      principals: [],
      not_principals: [{ kind: "aws", id: "111122223333", known: true }],
    });
  });
});

describe("a document grants delivery", () => {
  test.each<[string, object, boolean]>([
    ["by an action that writes records", { Action: "logs:PutLogEvents" }, true],
    ["by a wildcard", { Action: "logs:*" }, true],
    ["perhaps by an action that is not known", { Action: "${var.action}" }, true],
    ["not by a Deny", { Effect: "Deny", Action: "logs:PutLogEvents" }, false],
    ["not by listing log groups", { Action: "logs:DescribeLogGroups" }, false],
    ["not by another service", { Action: "s3:*" }, false],
  ])("%s", (_, elements, expected) => {
    expect(grantsDelivery(decode(policy(permission(elements)), "permission").model)).toBe(expected);
  });
});
