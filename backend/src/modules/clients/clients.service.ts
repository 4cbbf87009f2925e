import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { encodeCursor, forbidden, pageOf, type AppError } from '../../platform/http/index.js';
import { decodeKeyset } from '../../platform/http/keyset-cursor.js';
import { CustomFields } from '../custom-fields/index.js';
import { ClientDirectory } from './client-directory.service.js';
import { clientMerged, clientNotFound } from './clients.errors.js';
import { ClientsRepository } from './clients.repository.js';
import type { ClientDto, ClientLookupDto, ClientPageDto, ClientRowDto } from './dto/client.dto.js';
import type { ListClientsQueryDto } from './dto/client-query.dto.js';

/** Reads clients. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly directory: ClientDirectory,
    private readonly customFields: CustomFields,
  ) {}

  async list(actor: Actor, query: ListClientsQueryDto): Promise<ClientPageDto> {
    const { sort = 'name', trash = false } = query;
    if (trash && !actor.permissions.has('client:delete')) throw forbidden('ACCESS.NOT_ALLOWED');
    const rows = await this.repository.list(actor, {
      text: query.query?.trim() || null,
      tagId: query.tag ?? null,
      source: query.source ?? null,
      responsibleUserId: query.responsibleUserId ?? null,
      kind: query.kind ?? null,
      fields: await this.customFields.readFilters(actor, 'client', query.field),
      trash,
      sort,
      after: decodeKeyset(sort, query.cursor, sort.endsWith('name') ? 'text' : 'timestamp'),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(sort, [sortValue(sort, last), last.id]));
    return { items: page.items, nextCursor: page.nextCursor };
  }

  /** @throws AppError 404, 410 CLIENT.MERGED */
  async get(source: Actor | Transaction, id: string): Promise<ClientDto> {
    const client = await this.repository.find(source, id);
    if (!client) throw await this.absence(source, id);
    return client;
  }

  /** As `get`, but not from the trash. */
  async getAlive(source: Actor | Transaction, id: string): Promise<ClientDto> {
    const client = await this.get(source, id);
    if (client.deletedAt !== null) throw clientNotFound();
    return client;
  }

  /** Why there is no such client for this actor: it never was, or it is another one's now. */
  async absence(source: Actor | Transaction, id: string): Promise<AppError> {
    const fate = await this.repository.findFate(source, id);
    const heir = fate?.mergedInto ? await this.repository.find(source, fate.mergedInto) : null;
    return heir ? clientMerged(heir.id) : clientNotFound();
  }

  async lookup(actor: Actor, typedPhone: string): Promise<ClientLookupDto> {
    const phone = await this.directory.readPhone(actor, typedPhone, 'phone');
    const clients = await this.repository.listByPhone(actor, phone);
    return { phone, client: clients[0] ?? null, clients };
  }

  listSources(actor: Actor): Promise<string[]> {
    return this.repository.listSources(actor);
  }
}

function sortValue(sort: string, row: ClientRowDto): string {
  if (sort.endsWith('name')) return row.name;
  return sort.endsWith('createdAt') ? row.createdAt : row.updatedAt;
}
