import { spawn } from 'node:child_process';
import path from 'node:path';
import { fromRoot, root } from './paths.mjs';

/**
 * Runs a command to its end with the project root as the current directory.
 * @param {string} command program
 * @param {string[]} args arguments
 * @param {{ env?: Record<string, string>, quiet?: boolean, cwd?: string }} [options] quiet keeps the output back unless it fails
 * @returns {Promise<{ code: number, output: string }>} exit code (a signal counts as 1) and what was printed when quiet
 */
export function run(command, args, { env = {}, quiet = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      // npm is a .cmd file on Windows, which only a shell can start
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The path of a tool's JavaScript entry in node_modules, to be run by this very Node. */
export const tool = (...parts) => path.join(fromRoot('node_modules'), ...parts);

/** Runs a JavaScript tool from node_modules by this Node. */
export const runNode = (entry, args = [], options = {}) => run(process.execPath, [entry, ...args], options);
