import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { Jobs } from '../jobs/index.js';

export const SEND_LETTER = 'mail.send';

/** A letter only fails as a job on a defect of ours: after about four minutes of tries it is parked. */
const ATTEMPTS = 6;

/** Of the letters somebody is waiting for at this moment, before whatever else is due. */
const URGENT = -1;

/**
 * The background lanes of letters, one letter at a time in each, so that a silent server holds up nothing else: an
 * organization has one for what is of use for some minutes only, and one for the rest.
 */
@Injectable()
export class LetterQueue {
  constructor(private readonly jobs: Jobs) {}

  /** A waiting job of the letter is replaced. `runAt` null is now. */
  add(tx: Transaction, letter: { readonly id: string; readonly urgent: boolean }, runAt: Date | null): Promise<void> {
    const { id: letterId, urgent } = letter;
    const lane = `mail:${tx.actor.organizationId}`;
    return this.jobs.enqueue(
      tx,
      SEND_LETTER,
      { letterId },
      {
        queue: urgent ? `${lane}:urgent` : lane,
        key: `mail:${letterId}`,
        maxAttempts: ATTEMPTS,
        ...(urgent && { priority: URGENT }),
        ...(runAt !== null && { runAt }),
      },
    );
  }
}
