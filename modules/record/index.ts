import { format } from "./check-format";
import { FIELDS } from "./fields";
import { parse } from "./parse";
import {
  COST_FORMAT,
  SECURITY_FORMAT,
  TRANSIT_GATEWAY_FORMAT,
  TROUBLESHOOTING_FORMAT,
  VERSION_2_FORMAT,
} from "./presets";
import { filterPattern, glueColumns, has, insightsName, insightsParse } from "./readers";

export type { FieldFacts, FieldType, RecordKind } from "./facts";
export type { Field, TransitGatewayField, VpcField } from "./fields";
export type { RecordFormat } from "./format";
export type { FlowRecord, Parsed } from "./parse";
export type { FilterConditions, GlueColumn } from "./readers";

/** What a record holds, and what is made from that. */
export const record = {
  /** Every field: version, type, unit, meaning. */
  fields: FIELDS,
  format,
  default: VERSION_2_FORMAT,
  security: SECURITY_FORMAT,
  troubleshooting: TROUBLESHOOTING_FORMAT,
  cost: COST_FORMAT,
  transitGateway: TRANSIT_GATEWAY_FORMAT,
  parse,
  has,
  insightsName,
  insightsParse,
  filterPattern,
  glueColumns,
};
