import { Injectable } from '@nestjs/common';
import { newId, type LetterState } from '@smet/database';
import { managerOf, type Transaction } from '../database/index.js';

/** What somebody asks to be sent. */
export interface LetterRequest {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /**
   * Names what the letter is about, unique in the organization (`acceptance-code:<id>`): asked for twice before it has
   * left, one letter goes, with what was said last.
   */
  readonly key: string;
}

/** A letter that waits to be sent. */
export interface WaitingLetter extends LetterRequest {
  readonly id: string;
  /** Raised by everything that changes the letter: what was read before belongs to an older one. */
  readonly version: number;
  /** Failed tries so far. */
  readonly attempts: number;
  readonly queuedAt: Date;
}

/** Why a letter has not left, in the connector's codes. */
export interface LetterProblem {
  readonly code: string;
  readonly detail: string | null;
}

export interface LetterStatus {
  readonly state: LetterState;
  readonly problem: LetterProblem | null;
}

@Injectable()
export class LettersRepository {
  /** Writes the letter down as new, in place of one with the same key that has not left. Its id. */
  async put(tx: Transaction, { key, to, subject, text, html }: LetterRequest, at: Date): Promise<string> {
    const [row] = await managerOf(tx).query<{ id: string }[]>(
      `insert into letters as letter
         (id, organization_id, key, recipient, subject, body_text, body_html, state, queued_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8)
       on conflict on constraint uq_letters_key do update
         set recipient = excluded.recipient, subject = excluded.subject, body_text = excluded.body_text,
             body_html = excluded.body_html, state = 'waiting', attempts = 0, problem_code = null,
             problem_detail = null, queued_at = excluded.queued_at, version = letter.version + 1, updated_at = now()
       returning id`,
      [newId(), tx.actor.organizationId, key, to, subject, text, html ?? null, at],
    );
    if (!row) throw new Error('the letter was not written');
    return row.id;
  }

  async findWaiting(tx: Transaction, id: string): Promise<WaitingLetter | null> {
    const [row] = await managerOf(tx).query<(Omit<WaitingLetter, 'html'> & { html: string | null })[]>(
      `select id, version, key, recipient as "to", subject, body_text as "text", body_html as "html", attempts,
              queued_at as "queuedAt"
         from letters where id = $1 and state = 'waiting'`,
      [id],
    );
    if (!row) return null;
    const { html, ...letter } = row;
    return { ...letter, ...(html !== null && { html }) };
  }

  /** Null: it has left, or nobody asked for it. */
  async statusOf(tx: Transaction, key: string): Promise<LetterStatus | null> {
    const [row] = await managerOf(tx).query<{ state: LetterState; code: string | null; detail: string | null }[]>(
      `select state, problem_code as "code", problem_detail as "detail" from letters where key = $1`,
      [key],
    );
    if (!row) return null;
    return { state: row.state, problem: row.code === null ? null : { code: row.code, detail: row.detail } };
  }

  /** A letter that has left; one that was asked for anew meanwhile stays. */
  async remove(tx: Transaction, { id, version }: WaitingLetter): Promise<void> {
    await managerOf(tx).query(`delete from letters where id = $1 and version = $2`, [id, version]);
  }

  /** Writes a failure down; false when the letter was asked for anew meanwhile. */
  async fail(tx: Transaction, letter: WaitingLetter, state: LetterState, problem: LetterProblem): Promise<boolean> {
    const [, changed] = await managerOf(tx).query<[unknown[], number]>(
      `update letters
          set state = $3, attempts = attempts + 1, problem_code = $4, problem_detail = $5, version = version + 1,
              updated_at = now()
        where id = $1 and version = $2`,
      [letter.id, letter.version, state, problem.code, problem.detail],
    );
    return changed === 1;
  }
}
