import { readCatalogue } from "../../../gate/judge/catalogue";
import { CASES, PLANNED_CASES, SOURCE_CASES } from "./cases";
import type { MatrixCase } from "./matrix-case";

/** Judged elsewhere: what only two states of the world show, and what stands in no configuration. */
const ELSEWHERE = /^(change|waiver)-/;

/** `RULE CAUSE` that no case shows. */
const IN_NO_CASE: Readonly<Record<string, string>> = {
  "construct-merged same-name": "constructs stand in no configuration: the deploy gate tells what it merges",
};

/** What only sources show, by why there is no plan of it. */
const IN_NO_PLAN: Readonly<Record<string, readonly string[]>> = {
  "Terraform refuses a value of a wrong type": [
    "bucket-lifecycle-missing wrong-type",
    "bucket-public wrong-type",
    "capture-interval wrong-type",
    "capture-partial wrong-type",
    "capture-traffic-type wrong-type",
    "destination-mismatch wrong-type",
    "log-class-unsupported wrong-type",
    "privilege-boundary-missing wrong-type",
    "record-field-missing wrong-type",
    "record-field-unknown wrong-type",
    "record-format-unescaped wrong-type",
    "retention-invalid wrong-type",
    "retention-too-long wrong-type",
    "retention-too-short wrong-type",
    "retention-unset wrong-type",
    "stream-tag-missing wrong-type",
  ],
  "the provider refuses the value, or that there is none": [
    "capture-interval not-offered",
    "capture-scope none",
    "destination-mismatch no-such-type",
    "destination-mismatch not-a-destination",
    "retention-invalid not-offered",
  ],
  "the oldest provider that is supported knows neither the kind of account policy nor the block": [
    "record-field-unknown tags-unknown",
    "retention-overridden overridden",
    "retention-overridden selective",
    "retention-overridden uncertain",
  ],
  "Terraform refuses a reference to what is no resource": [
    "record-format-unescaped unescaped",
    "table-layout-mismatch template-unescaped",
  ],
  "Terraform plans no count that it does not know": [
    "bucket-policy-unmanaged not-certain",
    "bucket-public not-certain",
    "capture-partial complement-uncertain",
    "capture-uncovered flow-log-uncertain",
    "privilege-extra-policy not-certain",
  ],
  "a plan holds what the modules make that it calls": [
    "capture-uncovered module-unread",
    "delivery-race order-unknown",
  ],
};

const CAUSES = readCatalogue().flatMap(({ id, causes }) =>
  ELSEWHERE.test(id) ? [] : Object.keys(causes).map((cause) => `${id} ${cause}`),
);

function shownBy(cases: readonly MatrixCase[]): ReadonlySet<string> {
  return new Set(
    cases
      .flatMap(({ findings, except = {} }) => [
        ...findings,
        ...Object.values(except).flatMap((exception) => exception.findings),
      ])
      .map((finding) => finding.replace(/^\? /, "")),
  );
}

test("each cause of each rule is shown by a case, or says why none can", () => {
  const shown = shownBy([...CASES, ...PLANNED_CASES, ...SOURCE_CASES]);
  expect(CAUSES.filter((each) => !shown.has(each))).toEqual(Object.keys(IN_NO_CASE));
});

test("each cause that a case shows is shown in a real plan, or says why there is none", () => {
  const planned = shownBy([...CASES, ...PLANNED_CASES]);
  const open = CAUSES.filter((each) => !planned.has(each) && !Object.hasOwn(IN_NO_CASE, each));
  expect(open.sort()).toEqual(Object.values(IN_NO_PLAN).flat().sort());
});
