/** Days that CloudWatch Logs can keep records: the only 22 that PutRetentionPolicy accepts. */
export const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Days that CloudWatch Logs can keep records. */
export type RetentionDays = (typeof RETENTION_DAYS)[number];
