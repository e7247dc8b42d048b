import { painter } from "../../gate/paint";

const TERMINAL = { isTTY: true };
const RED = "\u001b[31mno\u001b[39m";

describe("colour", () => {
  const before = process.env.NO_COLOR;
  afterEach(() => {
    if (before === undefined) delete process.env.NO_COLOR;
    else process.env.NO_COLOR = before;
  });

  test.each<[string, string, boolean, { isTTY?: boolean }, string]>([
    ["is for a terminal", "", true, TERMINAL, RED],
    ["is not for a file or a pipe", "", true, {}, "no"],
    ["is off with --no-color", "", false, TERMINAL, "no"],
    ["is off under NO_COLOR", "1", true, TERMINAL, "no"],
  ])("%s", (_, noColor, wanted, stream, painted) => {
    process.env.NO_COLOR = noColor;
    expect(painter(wanted, stream)("error", "no")).toBe(painted);
  });
});
