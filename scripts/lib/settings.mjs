import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './fail.mjs';
import { root } from './paths.mjs';

function port(name, fallback) {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65535) {
    throw new Refusal(`${name}=${text} is not a port: use a number from 1 to 65535.`);
  }
  return value;
}

/** What `npm start` runs on: ports, folders and addresses, each one changeable by the environment. */
export function readSettings() {
  const web = port('PORT', 3000);
  const settings = {
    host: '127.0.0.1',
    ports: {
      web,
      api: port('API_PORT', web + 1),
      sandbox: port('SANDBOX_AMOCRM_PORT', web + 2),
      mail: port('SANDBOX_MAIL_PORT', web + 3),
      smtp: port('SANDBOX_MAIL_SMTP_PORT', web + 4),
      postgres: port('PG_PORT', 15433),
    },
    dataDir: path.resolve(root, process.env.SMET_DATA_DIR || 'var'),
    databaseUrl: process.env.DATABASE_URL || undefined,
    demo: process.env.SMET_DEMO !== 'off',
    /** A mail server of the person's own; without, letters go to the catcher. */
    smtpUrl: process.env.SMTP_URL || undefined,
    pullSeconds: process.env.AMOCRM_PULL_SECONDS || '10',
  };
  return { ...settings, publicUrl: process.env.PUBLIC_URL || `http://localhost:${web}` };
}

/**
 * The installation's own secret (32 random bytes, base64): made on the first run, kept readable to its owner only.
 * Losing it makes stored tokens of external systems unreadable, so it lives beside the data it protects.
 */
export function ensureSecretKey(dataDir) {
  if (process.env.SMET_SECRET_KEY) return process.env.SMET_SECRET_KEY;
  const file = path.join(dataDir, 'secret.key');
  if (!fs.existsSync(file)) {
    const fresh = `${file}.${process.pid}`;
    fs.writeFileSync(fresh, randomBytes(32).toString('base64'), { mode: 0o600 });
    fs.renameSync(fresh, file);
  }
  return fs.readFileSync(file, 'utf8').trim();
}
