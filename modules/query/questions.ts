import { BLIND_SPOT_QUESTIONS } from "./blind-spot-questions";
import type { Question } from "./question";
import { REJECTED_QUESTIONS } from "./rejected-questions";
import { SUSPECT_QUESTIONS } from "./suspect-questions";
import { VOLUME_QUESTIONS } from "./volume-questions";

/** All questions, in the order in which they are told of. */
export const QUESTIONS: readonly Question[] = [
  ...REJECTED_QUESTIONS,
  ...SUSPECT_QUESTIONS,
  ...VOLUME_QUESTIONS,
  ...BLIND_SPOT_QUESTIONS,
];
