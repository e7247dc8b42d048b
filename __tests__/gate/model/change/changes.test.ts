import { UNKNOWN } from "../../../../gate/read/resource";
import { change, changesOf, FLOW_LOG, GROUP, plan } from "./plan";

const KEPT = change("aws_flow_log.f", ["no-op"], FLOW_LOG, FLOW_LOG);
const WRITER = { source: 0, address: "aws_flow_log.f" };

describe("what a plan does to what flow logs wrote to", () => {
  test.each<[readonly string[], string]>([
    [["delete"], "delete"],
    [["forget"], "forget"],
    [["create", "forget"], "forget"],
    [["delete", "create"], "replace"],
    [["create", "delete"], "replace"],
    [["update"], "update"],
  ])("%j is %s", (actions, action) => {
    const after = actions.includes("create") || actions.includes("update") ? GROUP : undefined;
    const [found, ...others] = changesOf(
      plan(KEPT, change("aws_cloudwatch_log_group.g", actions, GROUP, after)),
    );
    expect(found).toMatchObject({
      address: "aws_cloudwatch_log_group.g",
      kind: "log-group",
      action,
      written_by: [WRITER],
      retention: { state: "known", value: 365 },
    });
    expect(others).toEqual([]);
  });

  test.each<[string, readonly string[], object | undefined]>([
    ["what it leaves alone", ["no-op"], GROUP],
    ["what it makes", ["create"], undefined],
    ["what it reads", ["read"], GROUP],
  ])("%s is no change", (_, actions, before) => {
    expect(
      changesOf(plan(KEPT, change("aws_cloudwatch_log_group.g", actions, { ...before }, GROUP))),
    ).toEqual([]);
  });

  test("a log group that no flow log wrote to is nobody's business", () => {
    const other = { ...FLOW_LOG, log_destination: "arn:aws:logs:eu-west-1:111122223333:log-group:/other" };
    expect(
      changesOf(
        plan(
          change("aws_flow_log.f", ["no-op"], other, other),
          change("aws_cloudwatch_log_group.g", ["delete"], GROUP),
        ),
      ),
    ).toEqual([]);
  });

  test.each<[string, object]>([
    ["by its ARN", { log_destination: GROUP.arn }],
    ["by its ARN with :*", { log_destination: `${GROUP.arn}:*` }],
    ["by its name", { log_destination: null, log_group_name: GROUP.name }],
  ])("a flow log names its log group %s", (_, names) => {
    const before = { ...FLOW_LOG, ...names };
    const [found] = changesOf(
      plan(
        change("aws_flow_log.f", ["no-op"], before, before),
        change("aws_cloudwatch_log_group.g", ["delete"], GROUP),
      ),
    );
    expect(found?.written_by).toEqual([WRITER]);
  });

  test.each(["arn:aws:s3:::logs", "arn:aws:s3:::logs/", "arn:aws-cn:s3:::logs/flow/"])(
    "a flow log to %s wrote to the bucket",
    (destination) => {
      const before = { ...FLOW_LOG, log_destination: destination };
      const bucket = { id: "logs", bucket: "logs", arn: "arn:aws:s3:::logs" };
      const changes = plan(
        change("aws_flow_log.f", ["no-op"], before, before),
        change("aws_s3_bucket.b", ["delete"], bucket),
        change("aws_s3_bucket.other", ["delete"], { ...bucket, id: "logs2", bucket: "logs2" }),
      );
      expect(changesOf(changes)).toMatchObject([
        { address: "aws_s3_bucket.b", kind: "bucket", written_by: [WRITER] },
      ]);
    },
  );

  test("a flow log wrote to what it was on before the plan, not to what it will write to", () => {
    const moved = { ...FLOW_LOG, log_destination: "arn:aws:logs:eu-west-1:111122223333:log-group:/new" };
    const changes = changesOf(
      plan(
        change("aws_flow_log.f", ["delete", "create"], FLOW_LOG, moved),
        change("aws_cloudwatch_log_group.old", ["delete"], GROUP),
        change("aws_cloudwatch_log_group.new", ["create"], undefined, {
          ...GROUP,
          arn: moved.log_destination,
        }),
      ),
    );
    expect(changes.map(({ address, action }) => [address, action])).toEqual([
      ["aws_flow_log.f", "replace"],
      ["aws_cloudwatch_log_group.old", "delete"],
    ]);
  });

  test("a plan that only destroys is judged by what was there", () => {
    const changes = changesOf(
      plan(
        change("aws_flow_log.f", ["delete"], FLOW_LOG),
        change("aws_cloudwatch_log_group.g", ["delete"], GROUP),
      ),
    );
    expect(changes.map(({ kind, action }) => [kind, action])).toEqual([
      ["flow-log", "delete"],
      ["log-group", "delete"],
    ]);
  });

  test("a moved resource is changed under its new address, and a move alone changes nothing", () => {
    const moved = {
      ...change("aws_cloudwatch_log_group.new", ["no-op"], GROUP, GROUP),
      previousAddress: "aws_cloudwatch_log_group.old",
    };
    expect(changesOf(plan(KEPT, moved))).toEqual([]);
    expect(changesOf(plan(KEPT, { ...moved, actions: ["delete", "create"] }))).toMatchObject([
      { address: "aws_cloudwatch_log_group.new", action: "replace" },
    ]);
  });

  test("flow logs of one plan write to the log groups of another", () => {
    const changes = changesOf(plan(KEPT), plan(change("aws_cloudwatch_log_group.g", ["delete"], GROUP)));
    expect(changes).toMatchObject([{ source: 1, written_by: [{ source: 0, address: "aws_flow_log.f" }] }]);
  });

  test.each<[unknown, object]>([
    [true, { state: "known", value: true }],
    [false, { state: "known", value: false }],
    [undefined, { state: "absent" }],
    [UNKNOWN, { state: "unknown", given: "" }],
    [[], { state: "wrong-type", given: "[]" }],
  ])("skip_destroy %p before the plan is what counts", (skip, expected) => {
    const [found] = changesOf(
      plan(
        KEPT,
        change(
          "aws_cloudwatch_log_group.g",
          ["delete", "create"],
          { ...GROUP, ...(skip !== undefined && { skip_destroy: skip }) },
          { ...GROUP, skip_destroy: true },
        ),
      ),
    );
    expect(found?.skip_destroy).toEqual(expected);
  });

  test("retention is known before, and after where the plan knows it", () => {
    const of = (after: unknown): unknown =>
      changesOf(
        plan(
          KEPT,
          change("aws_cloudwatch_log_group.g", ["update"], GROUP, { ...GROUP, retention_in_days: after }),
        ),
      )[0]?.retention_after;
    expect([of(30), of(0), of(null), of(UNKNOWN)]).toEqual([
      { state: "known", value: 30 },
      { state: "known", value: 0 },
      { state: "absent" },
      { state: "unknown", given: "" },
    ]);
  });

  test("a deposed object and names that every object has are addresses like any other", () => {
    const changes = changesOf(
      plan(KEPT, change("aws_cloudwatch_log_group.__proto__", ["delete"], GROUP), {
        ...change("aws_cloudwatch_log_group.g", ["delete"], GROUP),
        address: "aws_cloudwatch_log_group.g (deposed 1234)",
      }),
    );
    expect(changes.map(({ address }) => address)).toEqual([
      "aws_cloudwatch_log_group.__proto__",
      "aws_cloudwatch_log_group.g (deposed 1234)",
    ]);
  });
});
