import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { OrganizationsService } from '../../organizations/index.js';
import type { DuplicatesQueryDto } from '../dto/client-query.dto.js';
import { normalizePhone } from '../phone-numbers.js';
import type { DuplicateDto } from './duplicates.dto.js';
import { DuplicatesRepository, type Likely } from './duplicates.repository.js';

/** Of a shorter name everything is alike. */
const SHORTEST_NAME = 3;

@Injectable()
export class Duplicates {
  constructor(
    private readonly repository: DuplicatesRepository,
    private readonly organizations: OrganizationsService,
  ) {}

  async list(actor: Actor, { phone: typed, email, name, exceptId }: DuplicatesQueryDto): Promise<DuplicateDto[]> {
    const phone = typed ? normalizePhone(typed, (await this.organizations.getOwn(actor)).country) : null;
    const wanted = {
      phone,
      email: email ?? null,
      name: name && name.length >= SHORTEST_NAME ? name : null,
      exceptId: exceptId ?? null,
    };
    if (wanted.phone === null && wanted.email === null && wanted.name === null) return [];
    return (await this.repository.list(actor, wanted)).map(toDuplicate);
  }
}

function toDuplicate({ same_phone: phone, same_email: email, likeness, ...client }: Likely): DuplicateDto {
  const reasons = { phone, email, name: likeness > 0 };
  return {
    client,
    reasons: (['phone', 'email', 'name'] as const).filter((reason) => reasons[reason]),
    similarity: Math.round(likeness * 100) / 100,
  };
}
