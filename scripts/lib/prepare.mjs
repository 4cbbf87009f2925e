import fs from 'node:fs';
import { Refusal } from './fail.mjs';
import { whenStale } from './fingerprint.mjs';
import { fromRoot } from './paths.mjs';
import { run, runNode, tool } from './run.mjs';

const MANIFESTS = ['package.json', 'package-lock.json', 'backend/package.json', 'frontend/package.json'];
const LIBS = ['money', 'estimating', 'database', 'connectors', 'api-client', 'sandbox'];

/** Refuses a Node.js that is too old before anything else can fail in a confusing way. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal(
      `Node.js ${process.versions.node} is too old: install Node.js 20.19 or newer and run this again.`,
    );
  }
}

/** Installs the dependencies when they are missing or do not match the lock file. */
export async function ensureInstalled() {
  checkNode();
  const inputs = [...MANIFESTS, ...LIBS.map((lib) => `libs/${lib}/package.json`)];
  await whenStale({
    stamp: 'node_modules/.smet-installed',
    inputs,
    work: async () => {
      console.log('• installing dependencies (only when missing or changed)');
      const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
      if (code !== 0) throw new Refusal('npm ci failed: see its message above; the npm registry must be reachable.');
    },
  });
}

async function step(title, stamp, inputs, commands) {
  await whenStale({
    stamp,
    inputs,
    work: async () => {
      console.log(`• building ${title}`);
      for (const [entry, args, cwd] of commands) {
        const { code, output } = await runNode(entry, args, { quiet: true, cwd });
        if (code !== 0) throw new Refusal(`building ${title} failed:\n${output}`);
      }
    },
  });
}

const COMPILER_INPUTS = ['tsconfig.base.json', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'];
const LIB_SOURCES = LIBS.flatMap((lib) => [`libs/${lib}/src`, `libs/${lib}/tsconfig.json`]);

/** Compiles the libraries (every script does it first, so that a stale build cannot lie). */
export const buildLibs = () =>
  step('libraries', 'var/build/libs', [...COMPILER_INPUTS, ...LIB_SOURCES], [[tool('typescript/bin/tsc'), ['-b']]]);

/** Compiles the backend with the Nest CLI: the swagger plugin runs only there. */
export const buildBackend = () =>
  step(
    'backend',
    'var/build/backend',
    [...COMPILER_INPUTS, ...LIB_SOURCES, 'backend/src', 'backend/tsconfig.json'],
    [[tool('@nestjs/cli/bin/nest.js'), ['build']]],
  );

/** Builds the web application for production. */
export const buildFrontend = () =>
  step(
    'web',
    'frontend/.next/.smet-built',
    [...COMPILER_INPUTS, ...LIB_SOURCES, 'frontend'],
    [[tool('next/dist/bin/next'), ['build'], fromRoot('frontend')]],
  );

/** Builds whatever is stale, what others need first. A build folder removed by hand is built again. */
export async function ensureBuilt() {
  forgetStampsOfMissingOutput();
  await buildLibs();
  await Promise.all([buildBackend(), buildFrontend()]);
}

function forgetStampsOfMissingOutput() {
  const libsThere = LIBS.every((lib) => fs.existsSync(fromRoot(`libs/${lib}/dist`)));
  if (!libsThere) fs.rmSync(fromRoot('var/build/libs'), { force: true });
  if (!fs.existsSync(fromRoot('backend/dist/main.js'))) fs.rmSync(fromRoot('var/build/backend'), { force: true });
}
