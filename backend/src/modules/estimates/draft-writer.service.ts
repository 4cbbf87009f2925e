import { Injectable } from '@nestjs/common';
import type { EstimateDraft } from '@smet/estimating';
import { Audit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { OrderTotals } from '../orders/index.js';
import type { ComputedVariant } from './compute-draft.js';
import { EstimateContentRepository } from './estimate-content.repository.js';
import { estimateChanged, estimateNotFound } from './estimates.errors.js';
import { estimateSaved } from './estimates.events.js';
import { EstimatesRepository } from './estimates.repository.js';
import type { EstimateHeader } from './stored-estimate.js';
import { toStoredVariant, type StoredVariant } from './variant-rows.js';

/** A draft with everything that was computed of it, and what it was made on. */
export interface ComputedDraft {
  /** As it was read before computing. */
  readonly before: EstimateHeader;
  readonly draft: EstimateDraft;
  readonly variants: readonly ComputedVariant[];
  readonly currentVariantId: string;
}

/** Takes the locks of an estimate and writes its draft: what saving and pricing anew have in common. */
@Injectable()
export class DraftWriter {
  constructor(
    private readonly repository: EstimatesRepository,
    private readonly content: EstimateContentRepository,
    private readonly orders: OrderTotals,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * The order's lock first, as every writer of estimates takes it; then the version decides who was first.
   * @throws AppError 404, 409 ESTIMATE.CHANGED
   */
  async lock(tx: Transaction, before: EstimateHeader, title?: string): Promise<void> {
    await this.orders.lock(tx, before.order_id);
    if (await this.repository.raiseVersion(tx, before.id, before.version, title)) return;
    const current = await this.repository.findHeader(tx, before.id);
    throw current ? estimateChanged(current.version) : estimateNotFound();
  }

  /** Under the lock: variants that are what they were are left alone, the order's sum and the journal follow. */
  async write(tx: Transaction, { before, draft, variants: computed, currentVariantId }: ComputedDraft): Promise<void> {
    const variants = computed.map(({ variant, result }) => toStoredVariant(variant, result));
    const digests = new Map(before.variant_heads.map(({ id, digest }) => [id, digest]));
    const changed = new Set(variants.filter(({ id, digest }) => digests.get(id) !== digest).map(({ id }) => id));
    const { version_id: versionId } = before;
    await this.content.replace(tx, { versionId, currentVariantId, rooms: draft.rooms, variants, changed });
    await this.orders.refresh(tx, before.order_id);
    await this.journal(tx, before, { variants, currentVariantId });
  }

  private async journal(
    tx: Transaction,
    before: EstimateHeader,
    after: { variants: readonly StoredVariant[]; currentVariantId: string },
  ): Promise<void> {
    const { id, order_id: orderId } = before;
    const old = before.variant_heads.find((variant) => variant.id === before.current_variant_id);
    const current = after.variants.find((variant) => variant.id === after.currentVariantId);
    const toPayMinor = current?.toPayMinor ?? 0;
    await this.events.record(tx, estimateSaved(id, { orderId, version: before.version + 1, toPayMinor }));
    await this.audit.write(tx, {
      action: 'estimate.saved',
      entityType: 'estimate',
      entityId: id,
      changes: {
        toPayMinor: { before: old?.toPayMinor ?? 0, after: toPayMinor },
        discountPercent: { before: old?.content.discountPercent, after: current?.content.discountPercent },
      },
    });
  }
}
