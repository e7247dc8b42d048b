/** One thing that is wrong with the props. */
export interface Problem {
  /** The prop, as a path: `logGroup.retentionDays`. */
  readonly prop: string;
  /** What was given, what is allowed and the nearest good value; without full stop. */
  readonly message: string;
}

/** Props that cannot become a flow log that delivers. Thrown at construction, with every problem at once. */
export class InvalidPropsError extends Error {
  override readonly name = "InvalidPropsError";

  /**
   * @param where The construct's path, or the function that refuses.
   * @param problems In the order of the props; at least one.
   */
  constructor(
    readonly where: string,
    readonly problems: readonly Problem[],
  ) {
    const lines = problems.map(({ prop, message }) => `${prop} ${message}`);
    super(
      lines.length === 1
        ? `${where}: ${lines.join()}`
        : `${where}: ${lines.length} problems\n${lines.map((line) => `  - ${line}`).join("\n")}`,
    );
  }
}
