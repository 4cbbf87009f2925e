import fs from 'node:fs';
import { ensureChromium } from './chromium.mjs';
import { fromRoot } from './paths.mjs';
import { runNode, tool } from './run.mjs';

const CODE = ['backend/src', 'backend/test', 'backend/bench', 'libs', 'frontend/src', 'frontend/e2e', 'scripts'];

/**
 * Tools that only read the sources, each of them one test: passed when it ends with 0. What they print is kept until the
 * end, so that stages may run beside each other.
 */
const checks = (name, tools) => ({
  name,
  beside: true,
  run: async () => {
    const sum = { passed: 0, failed: 0, skipped: 0, output: '' };
    for (const [entry, args] of tools) {
      const { code, output } = await runNode(entry, args, { quiet: true });
      sum.output += output;
      if (code === 0) sum.passed += 1;
      else sum.failed += 1;
    }
    return sum;
  },
});

function resultFile(name) {
  const file = fromRoot('var', `results-${name}.json`);
  fs.mkdirSync(fromRoot('var'), { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}

/** Reads a runner's own report; a runner that left none or stopped before its tests counts as a failure. */
function countsOf(file, code, read) {
  const counts = fs.existsSync(file)
    ? read(JSON.parse(fs.readFileSync(file, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

const jest = (size) => ({
  name: size,
  run: async () => {
    const file = resultFile(size);
    const { code } = await runNode(
      '--experimental-vm-modules',
      ['--no-warnings', tool('jest/bin/jest.js'), '--json', `--outputFile=${file}`],
      { env: { SMET_TESTS: size, FORCE_COLOR: '0' } },
    );
    return countsOf(file, code, (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }));
  },
});

const browser = {
  name: 'browser',
  run: async () => {
    const file = resultFile('browser');
    const chromium = await ensureChromium();
    const { code } = await runNode(
      tool('@playwright/test/cli.js'),
      ['test', '--config', 'frontend/e2e/playwright.config.ts'],
      {
        env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      },
    );
    return countsOf(file, code, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }));
  },
};

/** The stages of `npm test`, cheapest first; those marked `beside` need nothing the others use. */
export const STAGES = [
  checks('format', [[tool('prettier/bin/prettier.cjs'), ['--check', '--log-level=warn', '.']]]),
  checks('lint', [[tool('oxlint/bin/oxlint'), ['--type-aware', '--deny-warnings', ...CODE]]]),
  checks('types', [
    [tool('typescript/bin/tsc'), ['-p', 'tsconfig.test.json']],
    [tool('typescript/bin/tsc'), ['--noEmit', '-p', 'frontend']],
  ]),
  checks('boundaries', [
    [tool('dependency-cruiser/bin/dependency-cruise.mjs'), ['backend/src', 'libs', 'frontend/src']],
    [tool('knip/bin/knip.js'), []],
  ]),
  checks('contract', [[fromRoot('scripts/openapi.mjs'), ['--check']]]),
  jest('unit'),
  jest('integration'),
  browser,
];
