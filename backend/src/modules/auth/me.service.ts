import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Transactions } from '../../platform/database/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { sessionEnded } from './auth.errors.js';
import { AuthRepository } from './auth.repository.js';
import type { ColorScheme, MeDto } from './dto/me.dto.js';

/** The signed-in person about themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly repository: AuthRepository,
    private readonly organizations: OrganizationsService,
    private readonly transactions: Transactions,
  ) {}

  async get(actor: Actor): Promise<MeDto> {
    const [row, organization] = await Promise.all([this.repository.findMe(actor), this.organizations.getOwn(actor)]);
    if (!row || !actor.role) throw sessionEnded();
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      role: actor.role,
      permissions: [...actor.permissions],
      organization: {
        id: organization.id,
        name: organization.name,
        currency: organization.currency,
        timezone: organization.timezone,
      },
      colorScheme: row.color_scheme,
    };
  }

  async setColorScheme(actor: Actor, colorScheme: ColorScheme): Promise<MeDto> {
    await this.transactions.run(actor, (tx) => this.repository.setColorScheme(tx, colorScheme));
    return this.get(actor);
  }
}
