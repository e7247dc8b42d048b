// Prints "PASSED FAILED" of a test runner's JSON report: jest (--json) or opa test (-f json). Exit 1 where it ran no test.
const { readFileSync } = require("node:fs");

function count(report) {
  if (Array.isArray(report)) {
    const bad = report.filter((test) => test.fail === true || test.error !== undefined).length;
    return { passed: report.length - bad, failed: bad };
  }
  // A suite that does not start (a syntax error, say) has no failed test of its own; a skipped test proves nothing.
  return {
    passed: report.numPassedTests,
    failed:
      report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests + report.numTodoTests,
  };
}

const { passed, failed } = count(JSON.parse(readFileSync(process.argv[2], "utf8")));
console.log(`${passed} ${failed}`);
process.exitCode = passed + failed > 0 ? 0 : 1;
