import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { notFound } from '../../platform/http/index.js';
import { OrganizationsRepository, type OrganizationRow } from './organizations.repository.js';

/** The organization an actor works in. */
export type Organization = OrganizationRow;

@Injectable()
export class OrganizationsService {
  constructor(private readonly repository: OrganizationsRepository) {}

  /** @throws AppError 404 ORGANIZATION.NOT_FOUND */
  async getOwn(actor: Actor): Promise<Organization> {
    const organization = await this.repository.findOwn(actor);
    if (!organization) throw notFound('ORGANIZATION.NOT_FOUND');
    return organization;
  }
}
