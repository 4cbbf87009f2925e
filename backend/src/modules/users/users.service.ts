import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Actor } from '../../platform/access/index.js';
import { decodeCursor, encodeCursor, pageOf, validationFailed, type Page } from '../../platform/http/index.js';
import type { ListUsersQuery, UserDto } from './users.dto.js';
import { UsersRepository } from './users.repository.js';

const SORT = 'name';

/** The people of an organization, to pick from. */
@Injectable()
export class UsersService {
  constructor(private readonly repository: UsersRepository) {}

  async list(actor: Actor, query: ListUsersQuery): Promise<Page<UserDto>> {
    const after = decodeCursor(SORT, query.cursor, 2);
    if (after && (typeof after[0] !== 'string' || !isUUID(after[1]))) {
      throw validationFailed('REQUEST.INVALID', [{ path: 'cursor', code: 'CURSOR_INVALID' }]);
    }
    const rows = await this.repository.list(actor, query.role ?? null, after, query.limit + 1);
    return pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.name, last.id]));
  }
}
