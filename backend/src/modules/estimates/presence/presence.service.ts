import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import type { PresenceDto } from '../dto/presence.dto.js';
import { estimateNotFound } from '../estimates.errors.js';
import { estimateEntered } from '../estimates.events.js';
import { PresenceRepository } from './presence.repository.js';

/** Two heartbeats of the browser, and a little. */
const STAY_SECONDS = 35;

/** Who has an estimate open; they are told of each other at once. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: PresenceRepository,
    private readonly events: Events,
  ) {}

  /**
   * The actor is there; who else is. Another tab of the same person is nobody else.
   * @throws AppError 404
   */
  async beat(actor: Actor, estimateId: string): Promise<PresenceDto> {
    if (!(await this.repository.isVisible(actor, estimateId))) throw estimateNotFound();
    return this.transactions.run(actor, async (tx) => {
      const arrived = await this.repository.beat(tx, estimateId, STAY_SECONDS);
      if (arrived) await this.events.announce(tx, estimateEntered(estimateId));
      return { others: await this.repository.others(tx, estimateId, STAY_SECONDS) };
    });
  }
}
