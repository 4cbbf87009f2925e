import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { encodeCursor, pageOf } from '../../../platform/http/index.js';
import { decodeKeyset } from '../../../platform/http/keyset-cursor.js';
import { ClientsService } from '../clients.service.js';
import type { HistoryPageDto, HistoryQueryDto } from './history.dto.js';
import { HistoryRepository, kindOf } from './history.repository.js';

const SORT = '-at';

@Injectable()
export class ClientHistory {
  constructor(
    private readonly repository: HistoryRepository,
    private readonly clients: ClientsService,
  ) {}

  /** @throws AppError 404, 410 CLIENT.MERGED */
  async list(actor: Actor, clientId: string, query: HistoryQueryDto): Promise<HistoryPageDto> {
    await this.clients.get(actor, clientId);
    const rows = await this.repository.list(actor, {
      clientId,
      kind: query.kind ?? null,
      after: decodeKeyset(SORT, query.cursor, 'timestamp'),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.at, last.id]));
    return { items: page.items.map((row) => ({ ...row, kind: kindOf(row.action) })), nextCursor: page.nextCursor };
  }
}
