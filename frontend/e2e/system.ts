import fs from 'node:fs';
import path from 'node:path';

/** Where the system under test lives: its own ports and data folder, so that a running SMET is not disturbed. */
export const system = {
  url: 'http://localhost:4100',
  api: 'http://127.0.0.1:4101',
  sandbox: 'http://127.0.0.1:4102',
  /** The catcher of letters: its page and its JSON. */
  mail: 'http://127.0.0.1:4103',
  env: {
    PORT: '4100',
    API_PORT: '4101',
    SANDBOX_AMOCRM_PORT: '4102',
    SANDBOX_MAIL_PORT: '4103',
    SANDBOX_MAIL_SMTP_PORT: '4104',
    // Whatever the person at the terminal has set: letters of tests go to the catcher.
    SMTP_URL: '',
    PG_PORT: '15498',
    SMET_DATA_DIR: 'var/e2e',
    AMOCRM_PULL_SECONDS: '3',
    SMET_SIGN_IN_PER_MINUTE: '1000',
  },
};

/** The demo's people: every role has one, with one password. */
export const people = {
  owner: 'owner@demo.smet.local',
  manager: 'manager@demo.smet.local',
  measurer: 'measurer@demo.smet.local',
  administrator: 'administrator@demo.smet.local',
} as const;

export const password = 'demo-smet-2026';

/** The system's own database, as the owner of its tables: for what no screen and no request can bring about. */
export function databaseUrl(): string {
  const { SMET_DATA_DIR, PG_PORT } = system.env;
  const file = path.resolve(import.meta.dirname, '../..', SMET_DATA_DIR, 'postgres/smet.password');
  return `postgres://smet:${fs.readFileSync(file, 'utf8').trim()}@127.0.0.1:${PG_PORT}/smet`;
}
