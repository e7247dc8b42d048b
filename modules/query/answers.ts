import { record, type Field, type RecordFormat } from "../record";
import type { TrafficType } from "../capture/capture";
import { columnName, type AthenaText } from "./athena-text";
import { ask, type Asked, type Question, type QuestionId, type Words } from "./question";
import { QUESTIONS } from "./questions";

/** A question that these records cannot answer. */
export interface Omitted {
  readonly question: QuestionId;
  /** Why, and what would help; one sentence without full stop. */
  readonly reason: string;
}

/** What a flow log records. */
export interface Recorded {
  readonly format: RecordFormat;
  readonly trafficType: TrafficType | undefined;
  readonly port: number;
}

/** A question as CloudWatch Logs Insights is asked. */
export interface InsightsText {
  readonly id: QuestionId;
  readonly title: string;
  readonly query: string;
}

interface Answered<T> {
  readonly texts: readonly T[];
  readonly omitted: readonly Omitted[];
}

function quoted(fields: readonly Field[]): string {
  return fields.join(fields.length === 2 ? " and " : ", ");
}

/** Puts every question to records, and says which they cannot answer. */
function answer<T, U>(
  recorded: Recorded,
  nameOf: (field: Field) => string,
  build: (question: Question, words: Words) => T,
  finish: (question: Question, text: T) => U,
): Answered<U> {
  const texts: U[] = [];
  const omitted: Omitted[] = [];
  for (const question of QUESTIONS) {
    if (question.ofRejects === true && recorded.trafficType === "ACCEPT") {
      omitted.push({
        question: question.id,
        reason: 'trafficType is "ACCEPT", so that no reject is recorded; use "ALL"',
      });
      continue;
    }
    const asked: Asked<T> = ask((words) => build(question, words), { ...recorded, nameOf });
    if ("text" in asked) texts.push(finish(question, asked.text));
    else
      omitted.push({
        question: question.id,
        reason: `${quoted(asked.missing)} ${asked.missing.length === 1 ? "is" : "are"} not captured; add to the format`,
      });
  }
  return { texts, omitted };
}

/** The questions for CloudWatch Logs Insights. */
export function insightsTexts(recorded: Recorded): Answered<InsightsText> {
  const parse = record.insightsParse(recorded.format);
  return answer(
    recorded,
    (field) => record.insightsName(field),
    ({ insights }, words) => insights(words),
    ({ id, title, why }, commands) => ({
      id,
      title,
      query: `# ${why}\n${[...(parse === "" ? [] : [parse]), ...commands].join("\n| ")}`,
    }),
  );
}

/** The questions for Athena, over the partitions that `within` names. */
export function athenaTexts(recorded: Recorded, within: string): Answered<AthenaText> {
  return answer(
    recorded,
    columnName,
    ({ athena }, words) => athena(words, within),
    ({ id, title, why }, sql) => ({ id, title, why, sql: `-- ${why}${sql}` }),
  );
}
