import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { Jobs } from '../jobs/index.js';

export const SEND_LETTER = 'mail.send';

/** A letter only fails as a job on a defect of ours: after about four minutes of tries it is parked. */
const ATTEMPTS = 6;

/** The background lane of letters: one at a time in an organization, so that a silent server holds up nothing else. */
@Injectable()
export class LetterQueue {
  constructor(private readonly jobs: Jobs) {}

  /** A waiting job of the letter is replaced. `runAt` null is now. */
  add(tx: Transaction, letterId: string, runAt: Date | null): Promise<void> {
    return this.jobs.enqueue(
      tx,
      SEND_LETTER,
      { letterId },
      {
        queue: `mail:${tx.actor.organizationId}`,
        key: `mail:${letterId}`,
        maxAttempts: ATTEMPTS,
        ...(runAt !== null && { runAt }),
      },
    );
  }
}
