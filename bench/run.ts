/**
 * Prints, from one run on one machine: what `flowgate check` and the constructs cost beside the floors, and what other
 * tools cost on the same inputs, where they are installed.
 *
 *     npm run bench [-- N TIMES]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureFloors } from "./floors";
import { measurePeers } from "./peers";

const [n = 5000, times = 5] = process.argv.slice(2).map(Number);

const scratch = mkdtempSync(join(tmpdir(), "flowgate-bench-"));
try {
  const inputs = measureFloors({ n, times, scratch });
  measurePeers({ n, times: Math.min(times, 3), scratch, ...inputs });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
