import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SystemTables } from '../database/index.js';
import { Log } from '../observability/index.js';
import { Periodic } from './periodic.js';

const DAY_SECONDS = 86_400;
const BITE = 5000;
/** Five million rows of a kind in a day; what is left then is left for the next one. */
const MAX_BITES = 1000;

/** Once a day, in one of the workers: removes what has served its time, of every organization. */
@Injectable()
export class Upkeep implements OnModuleInit {
  constructor(
    private readonly periodic: Periodic,
    private readonly tables: SystemTables,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.periodic.every('platform.upkeep', DAY_SECONDS, () => this.run());
  }

  /** Expired idempotency keys, sessions and tokens long ended, marks of dead workers, old claims, slots and counters. */
  async run(): Promise<void> {
    const removed: Record<string, number> = {};
    for (let bite = 0; bite < MAX_BITES; bite++) {
      const counts = await this.tables.deleteExpired(BITE);
      for (const [kind, count] of Object.entries(counts)) removed[kind] = (removed[kind] ?? 0) + count;
      if (Object.values(counts).every((count) => count === 0)) break;
    }
    this.log.info('expired rows were removed', { removed });
  }
}
