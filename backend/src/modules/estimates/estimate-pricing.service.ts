import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  computeEstimate,
  getRuleSet,
  requiredItemCodes,
  type VariantInput,
  type EstimateProblem,
  type EstimateResult,
  type PricedItem,
  type RoomMeasures,
  type RuleSet,
} from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { EstimatePrices, PriceBooks, type EstimatePriceSource, type PriceTerms } from '../nomenclature/index.js';
import { toDraft, type EstimateHeader, type EstimateRow } from './estimate-rows.js';
import { estimateNotFound } from './estimates.errors.js';
import { EstimatesRepository } from './estimates.repository.js';

/** Measures that rooms stored by earlier versions can be without. */
const LATER_MEASURES: readonly (keyof RoomMeasures)[] = ['takeOff', 'outside'];

/** The rule set and the prices an estimate is computed with. */
@Injectable()
export class EstimatePricing implements EstimatePriceSource, OnModuleInit {
  constructor(
    private readonly priceBooks: PriceBooks,
    private readonly repository: EstimatesRepository,
    private readonly estimatePrices: EstimatePrices,
  ) {}

  onModuleInit(): void {
    this.estimatePrices.register(this);
  }

  async priceTermsOf(actor: Actor, estimateId: string): Promise<PriceTerms> {
    const header = await this.repository.findHeader(actor, estimateId);
    if (!header) throw estimateNotFound();
    return termsOf(header);
  }

  ruleSetOf(header: EstimateHeader): RuleSet {
    return getRuleSet(header.rule_set_id, header.rule_set_version);
  }

  /**
   * Prices in force when the estimate was priced, of every item its rule set can ask for and of the lines added by hand
   * in `draft`: with them the browser can go on computing whatever is changed next.
   */
  load(
    source: Actor | Transaction,
    header: EstimateHeader,
    draft: Pick<VariantInput, 'manualLines'>,
  ): Promise<PricedItem[]> {
    return this.priceBooks.load(source, {
      codes: requiredItemCodes(this.ruleSetOf(header), draft),
      ...termsOf(header),
    });
  }

  /**
   * What keeps generated lines out of a stored draft: items without a price. Problems are not stored, they follow from
   * the prices; nothing is computed while every item of the rule set has one.
   */
  findProblems(row: EstimateRow, priceBook: readonly PricedItem[]): EstimateProblem[] {
    const ruleSet = this.ruleSetOf(row);
    const priced = new Set(priceBook.map(({ code }) => code));
    const allPriced = requiredItemCodes(ruleSet, { manualLines: [] }).every((code) => priced.has(code));
    if (row.status !== 'draft' || allPriced) return [];
    return this.recompute(row, priceBook).problems;
  }

  /**
   * What an earlier version of SMET did not measure yet in the rooms of a stored estimate. What it did measure stays, since
   * the stored lines were billed by it.
   */
  remeasure(row: EstimateRow, priceBook: readonly PricedItem[]): EstimateRow {
    if (row.rooms.every(({ measures }) => LATER_MEASURES.every((key) => key in measures))) return row;
    const taken = new Map(this.recompute(row, priceBook).rooms.map((room) => [room.roomId, room]));
    const rooms = row.rooms.map((room) => {
      const measured = taken.get(room.id);
      return measured && 'measures' in measured
        ? { ...room, measures: { ...measured.measures, ...room.measures } }
        : room;
    });
    return { ...row, rooms };
  }

  private recompute(row: EstimateRow, priceBook: readonly PricedItem[]): EstimateResult {
    const priced = new Map(priceBook.map((item) => [item.code, item]));
    return computeEstimate(toDraft(row), {
      priceBook: priced,
      ruleSet: this.ruleSetOf(row),
      tolerances: row.tolerances,
    });
  }
}

function termsOf(header: EstimateHeader): PriceTerms {
  return { priceListId: header.price_list_id, costListId: header.cost_list_id, at: header.priced_at };
}
