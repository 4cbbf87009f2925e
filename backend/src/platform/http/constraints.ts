import type { AppError } from './errors.js';

/** The name of the violated constraint, when PostgreSQL refused a statement because of one. */
function violatedConstraint(error: unknown): string | null {
  return errorField(error, 'constraint');
}

/** The SQLSTATE of a database error, wherever the driver or the ORM put it. */
export function sqlState(error: unknown): string | null {
  return errorField(error, 'code');
}

/**
 * Translates a violated constraint, known by its name, into the module's own error; any other error passes through.
 * Use: `catch (error) { throw mapConstraint(error, { uq_clients_phone: () => conflict('CLIENT.PHONE_TAKEN') }); }`
 */
export function mapConstraint(error: unknown, table: Readonly<Record<string, () => AppError>>): unknown {
  const name = violatedConstraint(error);
  const make = name === null ? undefined : table[name];
  return make ? make() : error;
}

function errorField(error: unknown, field: 'constraint' | 'code'): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const own: unknown = Reflect.get(error, field);
  if (typeof own === 'string') return own;
  const driver: unknown = Reflect.get(error, 'driverError');
  return driver === error ? null : errorField(driver, field);
}
