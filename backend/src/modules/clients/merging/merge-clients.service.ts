import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { choiceUnknown, clientChanged, contactsRefused, mergeWithItself } from '../clients.errors.js';
import { clientMergedAway, clientsMerged } from '../clients.events.js';
import { ClientsService } from '../clients.service.js';
import type { ClientDto } from '../dto/client.dto.js';
import { HANGING } from './hanging.js';
import { HangingRepository } from './hanging.repository.js';
import { CHOSEN, mergeColumns, type Choices } from './merged-columns.js';
import type { MergeClientsDto, MergeDto } from './merge.dto.js';
import { MergesRepository, type FoldedRow, type Image } from './merges.repository.js';

interface Both {
  readonly winner: Image;
  readonly loser: Image;
}

/** Makes one client of two that are the same. */
@Injectable()
export class MergeClients {
  constructor(
    private readonly transactions: Transactions,
    private readonly merges: MergesRepository,
    private readonly hanging: HangingRepository,
    private readonly clients: ClientsService,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** Of this client, the newest first. @throws AppError 404 */
  async list(actor: Actor, winnerId: string): Promise<MergeDto[]> {
    await this.clients.get(actor, winnerId);
    return this.merges.list(actor, winnerId);
  }

  /**
   * Everything of the other client becomes a part of this one; what both have stands once.
   * @throws AppError 404, 409 CLIENT.CHANGED, 410 CLIENT.MERGED, 422
   */
  merge(actor: Actor, winnerId: string, input: MergeClientsDto): Promise<ClientDto> {
    const { otherId, version, otherVersion, fields = {} } = input;
    if (otherId === winnerId) throw mergeWithItself();
    checkChoices(fields);
    return this.transactions.run(actor, async (tx) => {
      const winner = { id: winnerId, version };
      const both = await this.lockBoth(tx, winner, { id: otherId, version: otherVersion });
      const after = mergeColumns(both.winner.client, both.loser.client, fields);
      const pair = { winnerId, loserId: otherId };
      const folded: FoldedRow[] = await this.hanging.foldOwnContacts(tx, pair);
      const moved: Record<string, string[]> = { external_links: await this.hanging.moveLinks(tx, pair) };
      for (const one of HANGING) {
        folded.push(...(await this.hanging.fold(tx, one, pair)));
        moved[one.table] = [...(moved[one.table] ?? []), ...(await this.hanging.move(tx, one, pair))];
      }
      if (await this.hanging.contradicts(tx, winnerId, after.kind)) {
        throw contactsRefused('fields.kind', 'STILL_A_CONTACT');
      }
      await this.hanging.setColumns(tx, winnerId, after);
      await this.hanging.setMergedInto(tx, otherId, winnerId);
      const { winner: winnerBefore, loser: loserBefore } = both;
      const id = await this.merges.insert(tx, { winnerBefore, winnerAfter: after, loserBefore, moved, folded });
      await this.journal(tx, id, both);
      return this.clients.get(tx, winnerId);
    });
  }

  private async lockBoth(
    tx: Transaction,
    winner: { readonly id: string; readonly version: number },
    loser: { readonly id: string; readonly version: number },
  ): Promise<Both> {
    await this.hanging.lockClients(tx, [winner.id, loser.id]);
    for (const { id, version } of [winner, loser]) {
      const client = await this.clients.getAlive(tx, id);
      if (client.version !== version) throw clientChanged(client.version, id);
    }
    const images = await this.hanging.findImages(tx, [winner.id, loser.id]);
    const [one, other] = [images.get(winner.id), images.get(loser.id)];
    if (!one || !other) throw new Error('a locked client vanished');
    return { winner: one, loser: other };
  }

  private async journal(tx: Transaction, mergeId: string, { winner, loser }: Both): Promise<void> {
    const [{ id: winnerId, name: winnerName }, { id: loserId, name: loserName }] = [winner.client, loser.client];
    await this.events.record(tx, clientsMerged(winnerId, { mergeId, loserId }));
    await this.events.record(tx, clientMergedAway(loserId, { mergeId, winnerId }));
    await this.audit.write(tx, {
      action: 'client.merged',
      entityType: 'client',
      entityId: winnerId,
      changes: { mergeId, loserId, loserName },
    });
    await this.audit.write(tx, {
      action: 'client.merged-away',
      entityType: 'client',
      entityId: loserId,
      changes: { mergeId, winnerId, winnerName },
    });
  }
}

function checkChoices(choices: Choices): void {
  for (const [name, choice] of Object.entries(choices)) {
    const known = CHOSEN.includes(name) || name.startsWith('fields.');
    if (!known || (choice !== 'mine' && choice !== 'theirs')) throw choiceUnknown(`fields.${name}`);
  }
}
