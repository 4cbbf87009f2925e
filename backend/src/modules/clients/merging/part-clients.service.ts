import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { mergeNotFound, mergeNotLast, mergeUndone } from '../clients.errors.js';
import { clientsParted } from '../clients.events.js';
import { ClientsService } from '../clients.service.js';
import type { ClientDto } from '../dto/client.dto.js';
import { HANGING } from './hanging.js';
import { HangingRepository, idsOf } from './hanging.repository.js';
import { partColumns, touched } from './merged-columns.js';
import { MergesRepository, type ImageRow, type Merge } from './merges.repository.js';

const REMOVABLE = new Set(HANGING.filter(({ removable }) => removable).map(({ table }) => table));

/**
 * Takes a merge back. Both get back exactly what they had; what was changed or added since stays: on the row it was changed
 * on, and with the client it was added to.
 */
@Injectable()
export class PartClients {
  constructor(
    private readonly transactions: Transactions,
    private readonly merges: MergesRepository,
    private readonly hanging: HangingRepository,
    private readonly clients: ClientsService,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * The client that was a part of another and stands for itself again.
   * @throws AppError 404, 409 CLIENT.MERGE_UNDONE, or CLIENT.MERGE_NOT_LAST with the merge that has to be undone before
   */
  undo(actor: Actor, mergeId: string): Promise<ClientDto> {
    return this.transactions.run(actor, async (tx) => {
      const merge = await this.lockMerge(tx, mergeId);
      await this.checkOrder(tx, merge);
      await this.returnRows(tx, merge);
      await this.hanging.returnLinks(tx, merge.moved['external_links'] ?? [], merge);
      await this.restoreWinner(tx, merge);
      await this.hanging.setMergedInto(tx, merge.loserId, null);
      await this.merges.markUndone(tx, merge.id);
      await this.journal(tx, merge);
      return this.clients.get(tx, merge.loserId);
    });
  }

  /** The clients before the merge, as merging does; then the merge is read as it stands. */
  private async lockMerge(tx: Transaction, mergeId: string): Promise<Merge> {
    const seen = await this.merges.find(tx, mergeId);
    if (!seen) throw mergeNotFound();
    await this.hanging.lockClients(tx, [seen.winnerId, seen.loserId]);
    const merge = await this.merges.find(tx, mergeId);
    if (!merge) throw mergeNotFound();
    if (merge.undone) throw mergeUndone();
    return merge;
  }

  /** What a later merge built on this one has to be undone before it. */
  private async checkOrder(tx: Transaction, merge: Merge): Promise<void> {
    const gone = await this.merges.findStanding(tx, [merge.winnerId]);
    if (gone !== null) throw mergeNotLast(gone);
    const own = new Set(touched(merge.winnerBefore.client, merge.winnerAfter));
    const ids = idsOf(merge.moved);
    for (const later of await this.merges.listLater(tx, merge)) {
      const columns = touched(later.winnerBefore.client, later.winnerAfter).some((name) => own.has(name));
      const rows = later.folded.some(({ row, onto }) => ids.has(row.id) || (onto !== null && ids.has(onto)));
      if (columns || rows) throw mergeNotLast(later.id);
    }
    const contacts = await this.hanging.listMissing(
      tx,
      'client_contacts',
      merge.loserBefore.rows['client_contacts'] ?? [],
    );
    const named = contacts.flatMap((row) => [String(row['company_id']), String(row['person_id'])]);
    const merged = await this.hanging.listMerged(tx, named);
    const standing = await this.merges.findStanding(
      tx,
      merged.filter((id) => id !== merge.loserId),
    );
    if (standing !== null) throw mergeNotLast(standing);
  }

  private async returnRows(tx: Transaction, merge: Merge): Promise<void> {
    const { rows } = merge.loserBefore;
    const own = await this.ownRows(tx, merge);
    for (const one of HANGING) await this.hanging.moveBack(tx, one, rows[one.table] ?? [], merge);
    for (const table of REMOVABLE) {
      await this.hanging.remake(tx, table, rows[table] ?? []);
      await this.hanging.remake(tx, table, own.get(table) ?? []);
    }
  }

  /** Rows of the winner that gave way to one of the loser's; where somebody has removed that one since, neither is wanted. */
  private async ownRows(tx: Transaction, { folded, loserBefore }: Merge): Promise<Map<string, ImageRow[]>> {
    const own = new Map<string, ImageRow[]>();
    for (const table of REMOVABLE) {
      const others = new Set((loserBefore.rows[table] ?? []).map(({ id }) => id));
      const given = folded.filter((one) => one.table === table && !others.has(one.row.id));
      const missing = await this.hanging.listMissing(
        tx,
        table,
        given.flatMap(({ onto }) => (onto === null ? [] : [{ id: onto }])),
      );
      const kept = given.filter(({ onto }) => !missing.some(({ id }) => id === onto));
      own.set(
        table,
        kept.map(({ row }) => row),
      );
    }
    return own;
  }

  private async restoreWinner(tx: Transaction, merge: Merge): Promise<void> {
    const now = (await this.hanging.findImages(tx, [merge.winnerId])).get(merge.winnerId);
    if (!now) throw new Error('a locked client vanished');
    const parted = partColumns(merge.winnerBefore.client, merge.winnerAfter, now.client);
    // Contacts that were added since may need the kind the merge gave it.
    const kind = (await this.hanging.contradicts(tx, merge.winnerId, parted.kind)) ? now.client.kind : parted.kind;
    await this.hanging.setColumns(tx, merge.winnerId, { ...parted, kind });
  }

  private async journal(tx: Transaction, { id: mergeId, winnerId, loserId }: Merge): Promise<void> {
    for (const [clientId, otherId] of [
      [winnerId, loserId],
      [loserId, winnerId],
    ] as const) {
      await this.events.record(tx, clientsParted(clientId, { mergeId, otherId }));
      await this.audit.write(tx, {
        action: 'client.parted',
        entityType: 'client',
        entityId: clientId,
        changes: { mergeId, otherId },
      });
    }
  }
}
