import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '../../../platform/access/index.js';
import { Config } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { Periodic } from '../../../platform/jobs/index.js';
import { Lanes, PULL } from '../lanes.js';

interface DueConnection {
  readonly organization_id: string;
  readonly connection_id: string;
  readonly kind: string;
}

/** Enqueues a pull of every active connection, of every organization, once a period. */
@Injectable()
export class PullSchedule implements OnModuleInit {
  constructor(
    private readonly periodic: Periodic,
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly lanes: Lanes,
  ) {}

  onModuleInit(): void {
    this.periodic.every(PULL, this.config.amocrmPullSeconds, () => this.enqueueDue());
  }

  private async enqueueDue(): Promise<void> {
    const due = await this.transactions.lookup<DueConnection>('due_connections', []);
    for (const { organization_id: organizationId, connection_id: id, kind } of due) {
      if (kind !== 'amocrm') continue;
      await this.transactions.run(systemActor(organizationId, `schedule:${PULL}`), (tx) => this.lanes.pull(tx, id));
    }
  }
}
