import { ACCOUNT, judged, REGION, writing } from "./world";

test("a policy of 10,000 statements is judged, and its findings name a few of them", () => {
  const groups = Array.from(
    { length: 10_000 },
    (_, at) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/other/${at}:*`,
  );
  const { findings, errors } = judged({ permission: [writing(), ...groups.map((group) => writing(group))] });
  expect(errors).toEqual([]);
  expect(findings.map(({ rule, cause }) => `${rule} ${cause}`)).toEqual([
    "privilege-wildcard-resource other-log-group",
  ]);
  expect(findings[0]?.message).toMatch(/ "\/other\/1003" and 9992 more, which is a log group other than /);
});
