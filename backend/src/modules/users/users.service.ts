import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { encodeCursor, pageOf, type Page } from '../../platform/http/index.js';
import { decodeKeyset } from '../../platform/http/keyset-cursor.js';
import type { ListUsersQuery, UserDto } from './users.dto.js';
import { UsersRepository } from './users.repository.js';

const SORT = 'name';

/** The people of an organization, to pick from. */
@Injectable()
export class UsersService {
  constructor(private readonly repository: UsersRepository) {}

  async list(actor: Actor, query: ListUsersQuery): Promise<Page<UserDto>> {
    const after = decodeKeyset(SORT, query.cursor, 'text');
    const rows = await this.repository.list(actor, query.role ?? null, after, query.limit + 1);
    return pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.name, last.id]));
  }
}
