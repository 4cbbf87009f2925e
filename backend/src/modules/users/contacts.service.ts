import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { UsersRepository, type Contact } from './users.repository.js';

/** The door for modules that write to colleagues. */
@Injectable()
export class Contacts {
  constructor(private readonly repository: UsersRepository) {}

  /** The first of these people who still works here; null stands for nobody named. */
  async findFirst(tx: Transaction, userIds: readonly (string | null)[]): Promise<Contact | null> {
    for (const userId of userIds) {
      const contact = userId === null ? null : await this.repository.findContact(tx, userId);
      if (contact !== null) return contact;
    }
    return null;
  }
}
