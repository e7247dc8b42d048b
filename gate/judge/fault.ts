/** The policies could not judge: never a pass. `message` says what went wrong, `fix` what to do about it. */
export class JudgeFault extends Error {
  override readonly name = "JudgeFault";

  constructor(
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}
