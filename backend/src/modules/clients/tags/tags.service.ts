import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions } from '../../../platform/database/index.js';
import type { TagDto } from '../dto/client.dto.js';
import { TagsRepository } from './tags.repository.js';

@Injectable()
export class Tags {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: TagsRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<TagDto[]> {
    return this.repository.list(actor);
  }

  ensure(actor: Actor, name: string): Promise<TagDto> {
    return this.transactions.run(actor, async (tx) => {
      const { tag, made } = await this.repository.ensure(tx, name);
      if (made) {
        await this.audit.write(tx, { action: 'tag.created', entityType: 'tag', entityId: tag.id, changes: { name } });
      }
      return tag;
    });
  }
}
