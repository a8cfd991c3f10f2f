import { createConfig, lintFromString } from '@redocly/openapi-core';
import { document } from '#server/openapi';

/** What the linter wants that a document of calls by POST with one error shape does not have by design. */
const offByDesign = {
  'info-license': 'off',
  'operation-operationId-url-safe': 'off',
} as const;

/** Lints the OpenAPI document of the contract; a line each problem, the figures in the last one. */
async function lint(): Promise<void> {
  const config = await createConfig({ extends: ['recommended'], rules: offByDesign });
  const made = document();
  const problems = await lintFromString({ source: JSON.stringify(made), config });
  for (const { ruleId, severity, message, location } of problems)
    process.stdout.write(`${severity} ${ruleId}: ${message} (${location[0]?.pointer ?? ''})\n`);
  process.stdout.write(`${Object.keys(made.paths ?? {}).length} calls, ${problems.length} problems\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

void lint();
