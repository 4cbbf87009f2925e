import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../platform/database/index.js';
import type { KeysetPosition } from '../../platform/http/keyset-cursor.js';

export interface ColleagueRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Contact {
  readonly name: string;
  readonly email: string;
}

@Injectable()
export class UsersRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Active people of the organization by name; `after` is name and id of the last one seen. */
  list(actor: Actor, role: Role | null, after: KeysetPosition | null, limit: number): Promise<ColleagueRow[]> {
    return this.transactions.read<ColleagueRow>(
      actor,
      `select u.id, u.name, m.role
         from memberships m join users u on u.id = m.user_id
        where m.organization_id = $1 and m.deactivated_at is null and u.blocked_at is null
          and ($2::text is null or m.role = $2)
          and ($3::text is null or (u.name, u.id) > ($3, $4::uuid))
        order by u.name, u.id
        limit $5`,
      [actor.organizationId, role, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Null when the person does not work in the organization (any more). */
  async findContact(tx: Transaction, userId: string): Promise<Contact | null> {
    const rows = await managerOf(tx).query<Contact[]>(
      `select u.name, u.email from memberships m join users u on u.id = m.user_id
        where m.user_id = $1 and m.deactivated_at is null and u.blocked_at is null`,
      [userId],
    );
    return rows[0] ?? null;
  }
}
