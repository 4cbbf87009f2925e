import { Injectable } from '@nestjs/common';
import type { EstimateProblem } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { approvalState, greatestDiscount, isAbove } from '../approvals/approval-state.js';
import { DraftWriter } from '../draft-writer.service.js';
import type { IssueEstimateDto } from '../dto/estimate-actions.dto.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import { EstimatePricing } from '../estimate-pricing.service.js';
import { judgedNow } from '../estimate-view.js';
import { EstimateViews } from '../estimate-views.service.js';
import { approvalNeeded, draftInvalid, estimateEmpty, estimateIncomplete, validityPast } from '../estimates.errors.js';
import { estimateIssuedEvent } from '../estimates.events.js';
import { assertOpen } from '../open-drafts.service.js';
import type { EstimateRow } from '../stored-estimate.js';
import { contentHash, type Offer } from './content-hash.js';
import { Presentation } from './presentation.service.js';
import { VersionsRepository, type FrozenVersion, type JudgedVariant } from './versions.repository.js';

/** A quantity by hand no rule asks for any more, or a discount the terms do not give, changes nothing of what is offered. */
const HARMLESS: ReadonlySet<string> = new Set<EstimateProblem['code']>(['OVERRIDE_UNUSED', 'DISCOUNT_EXCLUDED']);

/** Issuing freezes a version: what the client is sent stays what it was, whatever is changed afterwards. */
@Injectable()
export class IssueEstimateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly writer: DraftWriter,
    private readonly views: EstimateViews,
    private readonly presentation: Presentation,
    private readonly versions: VersionsRepository,
    private readonly pricing: EstimatePricing,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * Freezes the stored draft as it is: nothing is computed again, so that what was seen is what is sent. Only the verdict on
   * the readings is given anew, by the tolerances of now, and stays from then on.
   * @throws AppError 409 ESTIMATE.CHANGED, ESTIMATE.ISSUED, ESTIMATE.EMPTY, ESTIMATE.INCOMPLETE, ESTIMATE.APPROVAL_NEEDED; 422
   */
  async issue(actor: Actor, id: string, { version, validUntil: asked }: IssueEstimateDto): Promise<EstimateDto> {
    const { row, around } = await this.views.read(actor, id);
    assertOpen(row, version);
    const validUntil = await this.presentation.lastDay(actor, { asked, today: row.today });
    if (validUntil !== null && validUntil < row.today) throw validityPast(row.today);
    assertSellable(row);
    assertApproved(row, await this.pricing.discountLimitOf(actor));
    const presented = await this.presentation.of(actor, row);
    await this.freeze(actor, row, { validUntil, presented, priceBook: around.pricing.priceBook });
    return this.views.show(actor, id);
  }

  /** What was read still is what is stored: whoever changed the draft meanwhile has raised its version. */
  private async freeze(
    actor: Actor,
    row: EstimateRow,
    { priceBook, ...offer }: Offer & Pick<FrozenVersion, 'priceBook'>,
  ): Promise<void> {
    const judged = judge(row);
    const hash = contentHash(row, offer);
    await this.transactions.run(actor, async (tx) => {
      await this.writer.lock(tx, row);
      await this.versions.judge(tx, row.version_id, judged);
      await this.versions.freeze(tx, { ...offer, versionId: row.version_id, contentHash: hash, priceBook });
      await this.journal(tx, row, { validUntil: offer.validUntil, contentHash: hash });
    });
  }

  private async journal(
    tx: Transaction,
    { id, order_id: orderId, number }: EstimateRow,
    changes: { validUntil: string | null; contentHash: string },
  ): Promise<void> {
    await this.events.record(tx, estimateIssuedEvent(id, { orderId, number }));
    await this.audit.write(tx, {
      action: 'estimate.issued',
      entityType: 'estimate',
      entityId: id,
      changes: { number, ...changes },
    });
  }
}

/** What was given once is not taken back, so that it may be looked at before the lock. */
function assertApproved({ variant_heads: heads, approval }: EstimateRow, limit: number): void {
  const { state, percent } = approvalState(greatestDiscount(heads), limit, approval);
  const isFree = state === 'none' || state === 'given';
  if (!isFree && isAbove(percent, limit)) throw approvalNeeded(percent, limit);
}

/** A version without a single line offers nothing, one with a line left out offers less than was meant. */
function assertSellable({ variants }: EstimateRow): void {
  if (variants.some(({ lines }) => lines.length === 0)) throw estimateEmpty();
  const problems = variants.flatMap((variant, index) =>
    variant.problems
      .filter(({ code }) => !HARMLESS.has(code))
      .map(({ path, ...problem }) => ({ path: `variants.${index}.${path}`, ...problem })),
  );
  if (problems.length > 0) throw estimateIncomplete(problems);
}

function judge({ rooms, variants, tolerances }: EstimateRow): JudgedVariant[] {
  const reasons = new Map(rooms.map(({ id, plan }) => [id, plan?.misclosureReason ?? null]));
  const judged = variants.map((variant) => ({
    variantId: variant.id,
    rooms: variant.rooms.map((room) => ({
      ...room,
      measures: judgedNow(room, tolerances, reasons.get(room.roomId) ?? null),
    })),
  }));
  const refused = rooms.flatMap(({ id }, index) => {
    const check = judged[0]?.rooms.find(({ roomId }) => roomId === id)?.measures.check;
    return check?.verdict === 'refused' && check.reason === null
      ? [{ path: `draft.rooms.${index}.plan.misclosureReason`, code: 'MISCLOSURE_TOO_LARGE' }]
      : [];
  });
  if (refused.length > 0) throw draftInvalid(refused);
  return judged;
}
