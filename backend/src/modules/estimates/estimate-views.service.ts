import { Injectable } from '@nestjs/common';
import type { PricedItem } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, type Transaction } from '../../platform/database/index.js';
import { Categories } from '../nomenclature/index.js';
import { greatestDiscount, viewApproval } from './approvals/approval-state.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import { EstimatePricing, type LoadedPricing } from './estimate-pricing.service.js';
import { viewEstimate, viewPrice, type Permissions, type Surroundings, type VersionAround } from './estimate-view.js';
import { estimateNotFound } from './estimates.errors.js';
import { EstimatesRepository } from './estimates.repository.js';
import { withLaterMeasures } from './later-measures.js';
import { toDraft, type EstimateRow } from './stored-estimate.js';

/** Shows estimates to people, each as much of it as they may see. */
@Injectable()
export class EstimateViews {
  constructor(
    private readonly repository: EstimatesRepository,
    private readonly pricing: EstimatePricing,
    private readonly categories: Categories,
  ) {}

  /**
   * The version of that number, the newest when absent, as the actor sees it; read in an open transaction or on its own.
   * @throws AppError 404 ESTIMATE.NOT_FOUND
   */
  async show(source: Actor | Transaction, id: string, number?: number): Promise<EstimateDto> {
    const { row, around } = await this.read(source, id, number);
    return viewEstimate(row, await this.surroundings(source, row, around), actorOf(source).permissions);
  }

  /**
   * A version with what it is shown with, before anybody's rights are asked.
   * @throws AppError 404 ESTIMATE.NOT_FOUND
   */
  async read(
    source: Actor | Transaction,
    id: string,
    number?: number,
  ): Promise<{ row: EstimateRow; around: VersionAround }> {
    const stored = await this.repository.find(source, id, number);
    if (!stored) throw estimateNotFound();
    const pricing = await this.pricing.load(source, stored, toDraft(stored));
    return {
      row: withLaterMeasures(stored, pricing),
      around: { pricing, categories: await this.categories.list(source) },
    };
  }

  private async surroundings(
    source: Actor | Transaction,
    row: EstimateRow,
    around: VersionAround,
  ): Promise<Surroundings> {
    const { permissions } = actorOf(source);
    const discountLimitPercent = await this.pricing.discountLimitOf(source);
    return {
      ...around,
      pricesChanged: await this.pricesChanged(source, row, { pricing: around.pricing, permissions }),
      discountLimitPercent,
      approval: viewApproval(greatestDiscount(row.variant_heads), discountLimitPercent, row.approval),
    };
  }

  /** Of the version people go on with; a past one stays what it was. */
  private async pricesChanged(
    source: Actor | Transaction,
    row: EstimateRow,
    { pricing, permissions }: { pricing: LoadedPricing; permissions: Permissions },
  ): Promise<boolean> {
    if (row.number < row.newest_number) return false;
    const seen = (item: PricedItem) => viewPrice(item, permissions);
    return this.pricing.isOutdated(source, { header: row, draft: toDraft(row), pricing }, seen);
  }
}
