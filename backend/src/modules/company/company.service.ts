import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import type { CompanyProfile, Requisites } from './company-profile.js';
import { companyChanged, logoRefused } from './company.errors.js';
import { companyUpdated } from './company.events.js';
import { CompanyRepository, type LogoBytes } from './company.repository.js';
import type { CompanyDto, UpdateCompanyDto } from './dto/company.dto.js';
import { MAX_LOGO_BYTES, pictureType } from './logo.js';

/** Requisites, brand and promises an organization puts under its documents. */
@Injectable()
export class CompanyProfiles {
  constructor(
    private readonly repository: CompanyRepository,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** The profile of the source's organization; empty texts where nobody told anything. */
  get(source: Actor | Transaction): Promise<CompanyProfile> {
    return this.repository.find(source);
  }

  async show(actor: Actor): Promise<CompanyDto> {
    return this.repository.find(actor);
  }

  /**
   * Changes the profile on the version it was looked at. The logo stays where `logo` is absent and goes where it is null;
   * what is the same already raises no version.
   * @throws AppError 409 COMPANY.CHANGED, 422 COMPANY.LOGO_REFUSED
   */
  update(actor: Actor, { version, logo: given, ...rest }: UpdateCompanyDto): Promise<CompanyDto> {
    const requisites = plain(rest);
    const logo = given ? decodeLogo(given.data) : given;
    return this.transactions.run(actor, async (tx) => {
      const before = await this.repository.find(tx);
      if (before.version !== version) throw companyChanged(before.version);
      const fields = changedFields(before, requisites, logo);
      if (fields.length === 0) return before;
      if (!(await this.repository.setRequisites(tx, version, requisites))) {
        throw companyChanged((await this.repository.find(tx)).version);
      }
      if (logo !== undefined) await this.repository.setLogo(tx, logo);
      await this.journal(tx, fields);
      return this.repository.find(tx);
    });
  }

  private async journal(tx: Transaction, fields: readonly string[]): Promise<void> {
    const { organizationId } = tx.actor;
    await this.events.record(tx, companyUpdated(organizationId, fields));
    await this.audit.write(tx, {
      action: 'company.updated',
      entityType: 'organization',
      entityId: organizationId,
      changes: { fields },
    });
  }
}

/** The plain data of what validation let through. */
function plain({ bank, signatory, ...texts }: Requisites): Requisites {
  const { code, account, correspondentAccount } = bank;
  const { name, position, basis } = signatory;
  return {
    ...texts,
    bank: { name: bank.name, code, account, correspondentAccount },
    signatory: { name, position, basis },
  };
}

function decodeLogo(data: string): LogoBytes {
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > MAX_LOGO_BYTES) throw logoRefused('TOO_LARGE', { max: MAX_LOGO_BYTES });
  const type = pictureType(bytes);
  if (type === null) throw logoRefused('NOT_A_PICTURE');
  return { type, bytes };
}

function changedFields(before: CompanyProfile, after: Requisites, logo: LogoBytes | null | undefined): string[] {
  const names = Object.keys(after) as (keyof Requisites)[];
  const changed: string[] = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  if (logo === undefined) return changed;
  const stored = logo?.bytes.toString('base64');
  return stored === before.logo?.data ? changed : [...changed, 'logo'];
}
