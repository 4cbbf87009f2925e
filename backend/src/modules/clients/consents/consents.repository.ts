import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../../platform/database/index.js';
import { queryParams, visibleClients } from '../../visibility/index.js';
import type { GrantConsentDto } from './consent-input.dto.js';

export interface LockedConsent {
  readonly id: string;
  readonly clientId: string;
  readonly channel: string;
  readonly grantedAt: Date;
  readonly withdrawnAt: Date | null;
}

@Injectable()
export class ConsentsRepository {
  async insert(tx: Transaction, clientId: string, consent: GrantConsentDto, grantedAt: Date): Promise<string> {
    const id = newId();
    const { organizationId, userId } = tx.actor;
    const { channel, basis, proof } = consent;
    await managerOf(tx).query(
      `insert into consents (id, organization_id, client_id, channel, basis, proof, granted_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organizationId, clientId, channel, basis, proof, grantedAt, userId],
    );
    return id;
  }

  /** Null when it is not there or of a client the actor may not see. */
  async lock(tx: Transaction, id: string): Promise<LockedConsent | null> {
    const { params, param } = queryParams();
    const [row] = await managerOf(tx).query<LockedConsent[]>(
      `select k.id, k.client_id as "clientId", k.channel, k.granted_at as "grantedAt", k.withdrawn_at as "withdrawnAt"
         from consents k join clients c on c.id = k.client_id
        where k.id = ${param(id)} and ${visibleClients(tx.actor, 'c', param)} for update of k`,
      params,
    );
    return row ?? null;
  }

  async withdraw(tx: Transaction, id: string, at: Date): Promise<void> {
    await managerOf(tx).query(`update consents set withdrawn_at = $2 where id = $1`, [id, at]);
  }
}
