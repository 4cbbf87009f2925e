import fs from 'node:fs';
import { Refusal } from './fail.mjs';
import { run } from './run.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const find = () => [process.env.CHROMIUM_PATH, ...PLACES].find((place) => place && fs.existsSync(place));

/**
 * The Chromium the browser tests run in: an installed one; under CI as root the distribution's package is installed.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = find();
  if (found) return found;
  if (process.env.CI !== 'true' || process.getuid?.() !== 0) {
    throw new Refusal(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.',
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env, quiet: true });
  const installed = find();
  if (code !== 0 || !installed) throw new Refusal(`Installing the distribution's Chromium failed:\n${output}`);
  return installed;
}
