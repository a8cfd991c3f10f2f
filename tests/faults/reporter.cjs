// One line a fault: PASS or FAIL, what must hold, seconds, and the figures the test measured (tests/faults/figures.ts).
const fs = require('node:fs');

module.exports = class FaultReporter {
  onTestResult(_test, result) {
    if (result.testExecError) process.stdout.write(`FAIL ${result.testFilePath}: ${result.testExecError.message}\n`);
    const told = fs.existsSync(process.env.FAULT_FIGURES)
      ? fs
          .readFileSync(process.env.FAULT_FIGURES, 'utf8')
          .trim()
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [];
    for (const { fullName, status, duration, failureMessages } of result.testResults) {
      const measured = told.filter(({ test }) => test === fullName).map(({ text }) => text);
      const seconds = `${((duration ?? 0) / 1000).toFixed(1)} s`;
      const word = { passed: 'PASS', pending: 'SKIP (this user may not mount a disk)' }[status] ?? 'FAIL';
      process.stdout.write(`${word} ${fullName} — ${[seconds, ...measured].join('; ')}\n`);
      for (const message of failureMessages) process.stdout.write(`${message}\n`);
    }
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
  }
};
