import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { OrderTotals } from '../../orders/index.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import { viewForClient, type ClientView } from '../estimate-view.js';
import { EstimatesRepository } from '../estimates.repository.js';
import { EstimateViews } from '../estimate-views.service.js';
import { contentDiffers, estimateNotFound, versionAccepted } from '../estimates.errors.js';
import { estimateAccepted } from '../estimates.events.js';
import type { VariantHead } from '../stored-estimate.js';
import { storedContentHash } from './content-hash.js';
import { Presentation } from './presentation.service.js';
import type { Presented } from './presented.js';
import { VersionsRepository, type LockedVersionRow, type VersionPlace } from './versions.repository.js';

/** What may be shown to clients, with what was said beside the lines. */
export type ClientVersion = ClientView & { readonly presented: Presented };

/** The door for documents and links: versions by number, and the acceptance of one. */
@Injectable()
export class EstimateVersions {
  private readonly logger = new Logger(EstimateVersions.name);

  constructor(
    private readonly views: EstimateViews,
    private readonly versions: VersionsRepository,
    private readonly estimates: EstimatesRepository,
    private readonly presentation: Presentation,
    private readonly orders: OrderTotals,
    private readonly events: Events,
  ) {}

  /**
   * A version as the actor may see it, the newest without a number.
   * @throws AppError 404 when it is absent or its order is not visible to the actor
   */
  show(
    source: Actor | Transaction,
    { estimateId, number }: { estimateId: string; number?: number },
  ): Promise<EstimateDto> {
    return this.views.show(source, estimateId, number);
  }

  /**
   * A version as the client may see it, whoever asks for it: what is stored of it, and no price list beside.
   * @throws AppError 404 when it is absent or its order is not visible to the actor
   */
  async showToClient(source: Actor | Transaction, { estimateId, number }: VersionPlace): Promise<ClientVersion> {
    const row = await this.estimates.find(source, estimateId, number);
    if (!row) throw estimateNotFound();
    return { ...viewForClient(row), presented: await this.presentation.of(source, row) };
  }

  /**
   * What a version says beside its lines, of an issued one as it was said then.
   * @throws AppError 404 when it is absent or its order is not visible to the actor
   */
  async presented(source: Actor | Transaction, { estimateId, number }: VersionPlace): Promise<Presented> {
    const header = await this.estimates.findHeader(source, estimateId, number);
    if (!header) throw estimateNotFound();
    return this.presentation.of(source, header);
  }

  /** What a variant of a version is called and comes to; null when the version has none of that id. */
  async variant(
    tx: Transaction,
    { estimateId, number }: VersionPlace,
    variantId: string,
  ): Promise<Pick<VariantHead, 'name' | 'toPayMinor'> | null> {
    const header = await this.estimates.findHeader(tx, estimateId, number);
    return header?.variant_heads.find(({ id }) => id === variantId) ?? null;
  }

  /** Which estimate and number a version is; null when it is not there. */
  place(source: Actor | Transaction, versionId: string): Promise<VersionPlace | null> {
    return this.versions.place(source, versionId);
  }

  /**
   * Takes the order's lock: until the transaction ends nothing of the estimate is saved, issued or accepted by others.
   * @throws AppError 404
   */
  async lock(tx: Transaction, place: VersionPlace): Promise<LockedVersionRow> {
    const orderId = await this.versions.orderOf(tx, place.estimateId);
    if (orderId === null) throw estimateNotFound();
    await this.orders.lock(tx, orderId);
    const locked = await this.versions.findLocked(tx, place);
    if (!locked) throw estimateNotFound();
    return locked;
  }

  /**
   * Notes that the client accepted a variant of a version that `lock` has answered; the order's sum follows. Whether it may
   * still be accepted is for the caller to ask: its hash, its last day and newer versions are in what `lock` answers.
   * @throws AppError 409 ESTIMATE.ACCEPTED when it was accepted before, ESTIMATE.CONTENT_DIFFERS when it is not what was
   * issued any more
   */
  async accept(
    tx: Transaction,
    { versionId, estimateId, orderId, number }: LockedVersionRow,
    acceptance: { readonly variantId: string; readonly name: string; readonly at: Date },
  ): Promise<void> {
    await this.assertUntouched(tx, { estimateId, number });
    if (!(await this.versions.accept(tx, versionId, acceptance))) throw versionAccepted();
    await this.orders.refresh(tx, orderId);
    await this.events.record(tx, estimateAccepted(estimateId, { orderId, number, variantId: acceptance.variantId }));
  }

  /** Its hash is computed from what is stored, not believed: nobody is bound by what was changed behind their back. */
  private async assertUntouched(tx: Transaction, { estimateId, number }: VersionPlace): Promise<void> {
    const row = await this.estimates.find(tx, estimateId, number);
    if (row && storedContentHash(row) === row.content_hash) return;
    this.logger.error(`version ${number} of estimate ${estimateId} is not what was issued: its yes is refused`);
    throw contentDiffers();
  }
}
