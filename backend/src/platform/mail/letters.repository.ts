import { Injectable } from '@nestjs/common';
import { newId, type LetterState } from '@smet/database';
import { managerOf, type Transaction } from '../database/index.js';
import { Secrets, type SealedSecret } from '../secrets/index.js';

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
  /** The last moment it is of use: from then on it is not sent. Letters with one go before those without. */
  readonly expiresAt?: Date;
}

/** A letter that waits to be sent. */
export interface WaitingLetter extends Omit<LetterRequest, 'expiresAt'> {
  readonly id: string;
  readonly expiresAt: Date | null;
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

interface StatusRow {
  readonly key: string;
  readonly state: LetterState;
  readonly code: string | null;
  readonly detail: string | null;
}

type Content = Pick<LetterRequest, 'subject' | 'text' | 'html'>;
type Row = Omit<WaitingLetter, keyof Content> & Pick<SealedSecret, 'data' | 'keyId'>;

/** What letters say is sealed at rest: they carry keys of links and codes. */
@Injectable()
export class LettersRepository {
  constructor(private readonly secrets: Secrets) {}

  /** Writes the letter down as new, in place of one with the same key that has not left. Its id. */
  async put(tx: Transaction, { key, to, expiresAt, ...content }: LetterRequest, at: Date): Promise<string> {
    const { data, keyId } = this.seal(tx, content);
    const [row] = await managerOf(tx).query<{ id: string }[]>(
      `insert into letters as letter
         (id, organization_id, key, recipient, content, content_key_id, state, queued_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)
       on conflict on constraint uq_letters_key do update
         set recipient = excluded.recipient, content = excluded.content, content_key_id = excluded.content_key_id,
             state = 'waiting', attempts = 0, problem_code = null, problem_detail = null,
             queued_at = excluded.queued_at, expires_at = excluded.expires_at, version = letter.version + 1,
             updated_at = now()
       returning id`,
      [newId(), tx.actor.organizationId, key, to, data, keyId, at, expiresAt ?? null],
    );
    if (!row) throw new Error('the letter was not written');
    return row.id;
  }

  async findWaiting(tx: Transaction, id: string): Promise<WaitingLetter | null> {
    const [row] = await managerOf(tx).query<Row[]>(
      `select id, version, key, recipient as "to", content as "data", content_key_id as "keyId", attempts,
              queued_at as "queuedAt", expires_at as "expiresAt"
         from letters where id = $1 and state = 'waiting'`,
      [id],
    );
    if (!row) return null;
    const { data, keyId, ...letter } = row;
    return { ...letter, ...this.open(tx, { data, keyId }) };
  }

  /** By key; those that have left, or that nobody asked for, are absent. */
  async statusesOf(tx: Transaction, keys: readonly string[]): Promise<ReadonlyMap<string, LetterStatus>> {
    const rows = await managerOf(tx).query<StatusRow[]>(
      `select key, state, problem_code as "code", problem_detail as "detail" from letters where key = any ($1)`,
      [keys],
    );
    return new Map(
      rows.map(({ key, state, code, detail }) => [key, { state, problem: code === null ? null : { code, detail } }]),
    );
  }

  /** What has not left waits as if it were new. Null when nothing is left of it. */
  async revive(tx: Transaction, key: string, at: Date): Promise<{ id: string; urgent: boolean } | null> {
    const [rows] = await managerOf(tx).query<[{ id: string; urgent: boolean }[], number]>(
      `update letters
          set state = 'waiting', attempts = 0, problem_code = null, problem_detail = null, queued_at = $2,
              version = version + 1, updated_at = now()
        where key = $1
        returning id, expires_at is not null as urgent`,
      [key, at],
    );
    return rows[0] ?? null;
  }

  /** A letter that has left; one that was asked for anew meanwhile stays. */
  async remove(tx: Transaction, { id, version }: WaitingLetter): Promise<void> {
    await managerOf(tx).query(`delete from letters where id = $1 and version = $2`, [id, version]);
  }

  /** Whatever has not left under the key leaves no more. */
  async withdraw(tx: Transaction, key: string): Promise<void> {
    await managerOf(tx).query(`delete from letters where key = $1`, [key]);
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

  private seal(tx: Transaction, { subject, text, html }: Content): SealedSecret {
    return this.secrets.seal(JSON.stringify({ subject, text, html }), scopeOf(tx));
  }

  private open(tx: Transaction, sealed: SealedSecret): Content {
    return JSON.parse(this.secrets.open(sealed, scopeOf(tx))) as Content;
  }
}

const scopeOf = ({ actor }: Transaction) => ({ organizationId: actor.organizationId, purpose: 'letter' });
