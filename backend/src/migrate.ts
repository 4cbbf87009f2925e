// Brings the database of DATABASE_URL to the newest schema and ends.
import { DatabaseUnavailable, migrate } from '@smet/database';
import { ConfigError, readDatabaseUrl } from './platform/config/index.js';

try {
  const { applied } = await migrate(readDatabaseUrl(process.env));
  process.stdout.write(applied.length > 0 ? `migrated: ${applied.join(', ')}\n` : 'the schema is up to date\n');
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof DatabaseUnavailable;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
