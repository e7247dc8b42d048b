import { expect, test } from "@jest/globals";

import "../../../gate/jest";

const UNCOVERED = { resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } };

// That this compiles is the half of it: the types of @jest/globals are extended too.
test("the expect of @jest/globals has the matchers", () => {
  expect(UNCOVERED).toHaveFlowLogFinding("capture-uncovered", "aws_vpc.main");
  expect(UNCOVERED).not.toSatisfyFlowLogPolicies();
});
