import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Transactions, type IdempotencyRequest } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { ClientDirectory } from '../client-directory.service.js';
import { ClientsService } from '../clients.service.js';
import { clientNotFound, consentInvalid, consentNotFound, consentWithdrawn } from '../clients.errors.js';
import { consentChanged } from '../clients.events.js';
import type { ClientDto } from '../dto/client.dto.js';
import type { GrantConsentDto } from './consent-input.dto.js';
import { ConsentsRepository } from './consents.repository.js';

/** What a client allowed, with the proof of it. */
@Injectable()
export class Consents {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ConsentsRepository,
    private readonly directory: ClientDirectory,
    private readonly clients: ClientsService,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 404, 422 CLIENT.CONSENT_INVALID */
  grant(
    actor: Actor,
    clientId: string,
    input: GrantConsentDto,
    idempotency: IdempotencyRequest | null,
  ): Promise<ClientDto> {
    const at = this.momentOf(input.grantedAt, 'grantedAt');
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      if (!(await this.directory.exists(tx, clientId))) throw clientNotFound();
      const id = await this.repository.insert(tx, clientId, input, at);
      await this.events.record(tx, consentChanged('consent.granted', clientId, id));
      const { channel, basis, proof } = input;
      await this.audit.write(tx, {
        action: 'consent.granted',
        entityType: 'client',
        entityId: clientId,
        changes: { consentId: id, channel, basis, proof },
      });
      return this.clients.get(tx, clientId);
    });
  }

  /** @throws AppError 404, 409 CLIENT.CONSENT_WITHDRAWN, 422 CLIENT.CONSENT_INVALID */
  withdraw(actor: Actor, consentId: string, withdrawnAt: string | undefined): Promise<ClientDto> {
    const at = this.momentOf(withdrawnAt, 'withdrawnAt');
    return this.transactions.run(actor, async (tx) => {
      const consent = await this.repository.lock(tx, consentId);
      if (!consent) throw consentNotFound();
      if (consent.withdrawnAt !== null) throw consentWithdrawn();
      if (at < consent.grantedAt) throw consentInvalid('withdrawnAt', 'BEFORE_IT_WAS_GIVEN');
      await this.repository.withdraw(tx, consentId, at);
      const { clientId, channel } = consent;
      await this.events.record(tx, consentChanged('consent.withdrawn', clientId, consentId));
      await this.audit.write(tx, {
        action: 'consent.withdrawn',
        entityType: 'client',
        entityId: clientId,
        changes: { consentId, channel },
      });
      return this.clients.get(tx, clientId);
    });
  }

  private momentOf(given: string | undefined, path: string): Date {
    const now = this.clock.now();
    const at = given === undefined ? now : new Date(given);
    if (Number.isNaN(at.getTime()) || at > now) throw consentInvalid(path, 'IN_THE_FUTURE');
    return at;
  }
}
