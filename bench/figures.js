// Preloaded with `node -r` into every measured process: on exit it writes what the process used to the file that
// FLOWGATE_FIGURES names. Plain JavaScript, so that a preload costs nothing but itself.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    process.env.FLOWGATE_FIGURES,
    JSON.stringify({ mebibytes: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }),
  );
});
