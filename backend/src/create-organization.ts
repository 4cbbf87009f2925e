// Makes an organization with its owner in a migrated database; see docs/guides/first-organization.md.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createOrganization, DatabaseUnavailable, organizationCountries, OrganizationRefused } from '@smet/database';
import { isEmail } from 'class-validator';
import { hashPassword } from './modules/auth/index.js';
import { ConfigError, readDatabaseUrl } from './platform/config/index.js';

const USAGE = `usage: create-organization --name <name> --country ${organizationCountries.join('|')}
  --owner-email <e-mail> --owner-name <name> [--timezone <IANA name>] [--example-items]
The owner's password is taken from SMET_OWNER_PASSWORD; without it one is made and printed once.`;

const MIN_PASSWORD = 10;
const MAX_PASSWORD = 200;
const MAX_NAME = 200;

function readArguments() {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      country: { type: 'string' },
      timezone: { type: 'string' },
      'owner-email': { type: 'string' },
      'owner-name': { type: 'string' },
      'example-items': { type: 'boolean', default: false },
    },
  });
  const text = (value: string | undefined, option: string): string => {
    const trimmed = value?.trim() ?? '';
    if (trimmed === '' || trimmed.length > MAX_NAME) throw new OrganizationRefused(`${option} is missing or too long`);
    return trimmed;
  };
  const email = text(values['owner-email'], '--owner-email');
  if (!isEmail(email)) throw new OrganizationRefused(`--owner-email: ${email} is no e-mail`);
  return {
    name: text(values.name, '--name'),
    country: text(values.country, '--country').toUpperCase(),
    timezone: values.timezone,
    exampleItems: values['example-items'],
    owner: { email, name: text(values['owner-name'], '--owner-name') },
  };
}

function readPassword(): { readonly password: string; readonly generated: boolean } {
  const given = process.env['SMET_OWNER_PASSWORD'];
  if (!given) return { password: randomBytes(15).toString('base64url'), generated: true };
  if (given.length < MIN_PASSWORD || given.length > MAX_PASSWORD) {
    throw new OrganizationRefused(`SMET_OWNER_PASSWORD: ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`);
  }
  return { password: given, generated: false };
}

/** Expected reasons as they are, a defect with its stack. */
function explain(error: unknown): unknown {
  if (error instanceof TypeError && String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message}\n${USAGE}`;
  }
  if (error instanceof OrganizationRefused) return `${error.message}\n${USAGE}`;
  return error instanceof ConfigError || error instanceof DatabaseUnavailable ? error.message : error;
}

try {
  const wanted = readArguments();
  const { password, generated } = readPassword();
  const owner = { ...wanted.owner, passwordHash: await hashPassword(password) };
  const id = await createOrganization(readDatabaseUrl(process.env), { ...wanted, owner });
  process.stdout.write(`organization ${wanted.name} (${id}), owner ${owner.email}\n`);
  if (generated) process.stdout.write(`password, shown this once: ${password}\n`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
