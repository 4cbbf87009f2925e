import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { isoText, managerOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import type { MergeDto } from './merge.dto.js';
import type { ClientImage } from './merged-columns.js';

/** A row of a table that names clients, as PostgreSQL writes it as JSON. */
export type ImageRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** A client with everything that hangs on it, by table. */
export interface Image {
  readonly client: ClientImage & { readonly id: string; readonly version: number; readonly deleted_at: string | null };
  readonly rows: Readonly<Record<string, readonly ImageRow[]>>;
}

export interface FoldedRow {
  readonly table: string;
  readonly row: ImageRow;
  /** The equal row it gave way to; null when it said that the client is its own contact person. */
  readonly onto: string | null;
}

/** Ids of rows that went to the winner, by table. */
export type Moved = Readonly<Record<string, readonly string[]>>;

export interface NewMerge {
  readonly winnerBefore: Image;
  readonly winnerAfter: ClientImage;
  readonly loserBefore: Image;
  readonly moved: Moved;
  readonly folded: readonly FoldedRow[];
}

export interface Merge extends NewMerge {
  readonly id: string;
  readonly winnerId: string;
  readonly loserId: string;
  readonly undone: boolean;
}

const COLUMNS = `
  id, winner_id as "winnerId", loser_id as "loserId", winner_before as "winnerBefore", winner_after as "winnerAfter",
  loser_before as "loserBefore", moved, folded, undone_at is not null as undone`;

/** The record of merges. */
@Injectable()
export class MergesRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(tx: Transaction, merge: NewMerge): Promise<string> {
    const id = newId();
    await managerOf(tx).query(
      `insert into client_merges
         (id, organization_id, winner_id, loser_id, winner_before, winner_after, loser_before, moved, folded, merged_by)
       values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::jsonb, $8::jsonb, $9::jsonb, $10)`,
      [
        id,
        tx.actor.organizationId,
        merge.winnerBefore.client.id,
        merge.loserBefore.client.id,
        ...[merge.winnerBefore, merge.winnerAfter, merge.loserBefore, merge.moved, merge.folded].map((value) =>
          JSON.stringify(value),
        ),
        tx.actor.userId,
      ],
    );
    return id;
  }

  /** Merges into this client, the newest first. */
  list(source: Actor | Transaction, winnerId: string): Promise<MergeDto[]> {
    const sql = `
      select m.id, ${isoText('m.merged_at')} as at, ${isoText('m.undone_at')} as "undoneAt",
             json_build_object('id', l.id, 'name', l.name) as other,
             case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as by,
             case when v.id is not null then json_build_object('id', v.id, 'name', v.name) end as "undoneBy"
        from client_merges m join clients l on l.id = m.loser_id
        left join users u on u.id = m.merged_by left join users v on v.id = m.undone_by
       where m.winner_id = $1 order by m.merged_at desc, m.id desc limit 200`;
    return this.transactions.query<MergeDto>(source, sql, [winnerId]);
  }

  /** Null when there is none. It changes only while its winner is locked. */
  async find(tx: Transaction, id: string): Promise<Merge | null> {
    const [row] = await managerOf(tx).query<Merge[]>(`select ${COLUMNS} from client_merges where id = $1`, [id]);
    return row ?? null;
  }

  /** Merges into the same client that came after this one and still stand. */
  listLater(tx: Transaction, { id, winnerId }: Merge): Promise<Merge[]> {
    return managerOf(tx).query<Merge[]>(
      `select ${COLUMNS} from client_merges
        where winner_id = $1 and undone_at is null and merged_at > (select merged_at from client_merges where id = $2)
        order by merged_at`,
      [winnerId, id],
    );
  }

  /** The merges by which these clients became parts of others, as long as they stand. */
  async findStanding(tx: Transaction, loserIds: readonly string[]): Promise<string | null> {
    const [row] = await managerOf(tx).query<{ id: string }[]>(
      `select id from client_merges where loser_id = any($1::uuid[]) and undone_at is null order by merged_at desc limit 1`,
      [loserIds],
    );
    return row?.id ?? null;
  }

  async markUndone(tx: Transaction, id: string): Promise<void> {
    await managerOf(tx).query(`update client_merges set undone_at = now(), undone_by = $2 where id = $1`, [
      id,
      tx.actor.userId,
    ]);
  }
}
