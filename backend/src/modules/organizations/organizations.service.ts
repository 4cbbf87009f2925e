import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import type { OrganizationDto, UpdateOrganizationDto } from './dto/organization.dto.js';
import { sameTolerances, warningsAboveBlock } from './measurement-tolerances.js';
import { organizationChanged, organizationNotFound, toleranceAboveBlock } from './organizations.errors.js';
import { organizationUpdated } from './organizations.events.js';
import { OrganizationsRepository, type OrganizationRow } from './organizations.repository.js';

/** The organization an actor works in. */
export type Organization = OrganizationRow;

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly repository: OrganizationsRepository,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError 404 ORGANIZATION.NOT_FOUND */
  async getOwn(source: Actor | Transaction): Promise<Organization> {
    const organization = await this.repository.findOwn(source);
    if (!organization) throw organizationNotFound();
    return organization;
  }

  async show(actor: Actor): Promise<OrganizationDto> {
    return view(await this.getOwn(actor));
  }

  /**
   * Changes the settings on the version they were looked at; what is the same already raises no version.
   * @throws AppError 409 ORGANIZATION.CHANGED, 422 ORGANIZATION.TOLERANCES_INVALID
   */
  async update(actor: Actor, input: UpdateOrganizationDto): Promise<OrganizationDto> {
    const wrong = warningsAboveBlock(input.measurementTolerances);
    if (wrong.length > 0) throw toleranceAboveBlock(wrong);
    return this.transactions.run(actor, async (tx) => {
      const before = await this.getOwn(tx);
      if (before.version !== input.version) throw organizationChanged(before.version);
      if (sameTolerances(before.measurementTolerances, input.measurementTolerances)) return view(before);
      if (!(await this.repository.setTolerances(tx, input.version, input.measurementTolerances))) {
        throw organizationChanged((await this.getOwn(tx)).version);
      }
      await this.journal(tx, before, input);
      return view(await this.getOwn(tx));
    });
  }

  private async journal(tx: Transaction, before: Organization, input: UpdateOrganizationDto): Promise<void> {
    await this.events.record(tx, organizationUpdated(before.id, ['measurementTolerances']));
    await this.audit.write(tx, {
      action: 'organization.updated',
      entityType: 'organization',
      entityId: before.id,
      changes: { measurementTolerances: { before: before.measurementTolerances, after: input.measurementTolerances } },
    });
  }
}

function view(organization: Organization): OrganizationDto {
  const { id, name, country, currency, timezone, measurementTolerances, version } = organization;
  return { id, name, country, currency, timezone, measurementTolerances, version };
}
