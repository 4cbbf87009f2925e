import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import type { TagDto } from '../dto/client.dto.js';

/** Tags are made by hand; more than this is no help to anybody. */
const MOST = 500;

@Injectable()
export class TagsRepository {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor): Promise<TagDto[]> {
    return this.transactions.read<TagDto>(actor, `select id, name from tags order by name, id limit ${MOST}`, []);
  }

  /** True with the tag when it was made, false when there is one of this name, letter case aside. */
  async ensure(tx: Transaction, name: string): Promise<{ readonly tag: TagDto; readonly made: boolean }> {
    const manager = managerOf(tx);
    const [made] = await manager.query<TagDto[]>(
      `insert into tags (id, organization_id, name) values ($1, $2, $3)
       on conflict (organization_id, lower(name)) do nothing returning id, name`,
      [newId(), tx.actor.organizationId, name],
    );
    if (made) return { tag: made, made: true };
    const [known] = await manager.query<TagDto[]>(`select id, name from tags where lower(name) = lower($1)`, [name]);
    if (!known) throw new Error('a tag is neither free nor taken');
    return { tag: known, made: false };
  }
}
