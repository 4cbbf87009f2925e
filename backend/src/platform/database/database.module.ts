import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, openDataSource, type ConnectionOptions } from '@smet/database';
import type { Config } from '../config/index.js';
import { DatabaseHealth } from './database-health.js';
import { ReadPool } from './read-pool.js';
import { StartChecks } from './start-checks.js';
import { SystemTables } from './system-tables.js';
import { Transactions } from './transactions.js';

/** The connections of a process, all under the role that row-level security binds. */
@Global()
@Module({})
export class DatabaseModule {
  static register(config: Config): DynamicModule {
    const connection: ConnectionOptions = { url: config.databaseUrl, role: 'smet_app', poolSize: config.poolSize };
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          // No retries: a supervisor restarts the process, and the reason should be its last line.
          useFactory: () => ({ ...dataSourceOptions(connection), toRetry: () => false }),
          dataSourceFactory: () => openDataSource(connection),
        }),
      ],
      providers: [DatabaseHealth, ReadPool, StartChecks, SystemTables, Transactions],
      exports: [DatabaseHealth, SystemTables, Transactions],
    };
  }
}
