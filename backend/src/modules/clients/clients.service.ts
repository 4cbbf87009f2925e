import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../platform/database/index.js';
import { encodeCursor, pageOf } from '../../platform/http/index.js';
import { decodeKeyset } from '../../platform/http/keyset-cursor.js';
import { ClientDirectory } from './client-directory.service.js';
import { clientNotFound, phoneRepeated } from './clients.errors.js';
import { ClientsRepository, type ClientRow } from './clients.repository.js';
import type { ClientDto, ClientLookupDto, ClientPageDto } from './dto/client.dto.js';
import type { CreateClientDto, ListClientsQueryDto } from './dto/client-input.dto.js';

const SORT = 'name';

@Injectable()
export class ClientsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ClientsRepository,
    private readonly directory: ClientDirectory,
  ) {}

  async list(actor: Actor, query: ListClientsQueryDto): Promise<ClientPageDto> {
    const rows = await this.repository.list(actor, {
      text: query.query?.trim() || null,
      after: decodeKeyset(SORT, query.cursor, 'text'),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.name, last.id]));
    return { items: page.items.map(toClient), nextCursor: page.nextCursor };
  }

  get(actor: Actor, id: string): Promise<ClientDto> {
    return this.show(actor, id);
  }

  async lookup(actor: Actor, typedPhone: string): Promise<ClientLookupDto> {
    const phone = await this.directory.readPhone(actor, typedPhone, 'phone');
    const row = await this.repository.findByPhone(actor, phone);
    return { phone, client: row ? toClient(row) : null };
  }

  async create(actor: Actor, input: CreateClientDto, idempotency: IdempotencyRequest | null): Promise<ClientDto> {
    const phones = await this.readPhones(actor, input.phones);
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      const made = await this.repository.insert(tx, {
        kind: input.kind ?? 'person',
        name: input.name,
        phones,
        emails: input.emails ?? [],
      });
      await this.directory.recordCreation(tx, made);
      return this.show(tx, made);
    });
  }

  private async show(source: Actor | Transaction, id: string): Promise<ClientDto> {
    const row = await this.repository.find(source, id);
    if (!row) throw clientNotFound();
    return toClient(row);
  }

  private async readPhones(actor: Actor, typed: readonly string[]): Promise<string[]> {
    const numbers: string[] = [];
    for (const [index, phone] of typed.entries()) {
      const number = await this.directory.readPhone(actor, phone, `phones.${index}`);
      if (numbers.includes(number)) throw phoneRepeated(`phones.${index}`);
      numbers.push(number);
    }
    return numbers;
  }
}

function toClient(row: ClientRow): ClientDto {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    phones: row.phones,
    emails: row.emails,
    comment: row.comment,
    createdAt: row.created_at,
    version: row.version,
  };
}
