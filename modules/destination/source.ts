import type { Own } from "../placement/own";
import { oneOrMany, type Statement, type Texts } from "./document";

/** An account whose flow logs the delivery service may bring. */
export interface Source {
  readonly account: string;
  /** ARN pattern of its log deliveries: one region, or all. */
  readonly deliveries: string;
}

/** The own account, in its region. */
export function ownSource(own: Own): Source {
  return { account: own.account, deliveries: `arn:${own.partition}:logs:${own.region}:${own.account}:*` };
}

/** Another account, in every region. */
export function foreignSource(own: Own, account: string): Source {
  return { account, deliveries: `arn:${own.partition}:logs:*:${account}:*` };
}

/** The sources with one more, each once. */
export function withSource(sources: readonly Source[], source: Source): readonly Source[] {
  return sources.some(({ deliveries }) => deliveries === source.deliveries) ? sources : [...sources, source];
}

/** The accounts of the sources, each once. */
export function accountsOf(sources: readonly Source[]): readonly string[] {
  return [...new Set(sources.map(({ account }) => account))];
}

/**
 * Only on behalf of these accounts: the delivery service acts for every customer of AWS (confused deputy).
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
export function sourceConditions(
  sources: readonly Source[],
  more: Readonly<Record<string, Texts>> = {},
): NonNullable<Statement["Condition"]> {
  return {
    StringEquals: { ...more, "aws:SourceAccount": oneOrMany(accountsOf(sources)) },
    ArnLike: { "aws:SourceArn": oneOrMany(sources.map(({ deliveries }) => deliveries)) },
  };
}
