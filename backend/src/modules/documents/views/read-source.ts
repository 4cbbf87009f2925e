import type { MoneyTerms } from '@smet/estimating';
import type { EstimateDto } from '../../estimates/index.js';
import type { DocumentSource, LineSource } from './document-source.js';

/** What documents need of an estimate as its reader sees it; the reasons behind quantities and much else stay away. */
export function documentSource(estimate: EstimateDto): DocumentSource {
  const { order, number, status, issuedAt, updatedAt, validUntil, contentHash, acceptance, currency } = estimate;
  const { draft, currentVariantId, terms, tolerances, ruleSet, priceBook } = estimate;
  return {
    order: { number: order.number, clientName: order.clientName, address: order.address },
    number,
    status,
    issuedAt,
    updatedAt: issuedAt ?? updatedAt,
    validUntil,
    contentHash,
    acceptance: acceptance && { variantId: acceptance.variantId },
    currency,
    draft,
    currentVariantId,
    results: estimate.results.map(({ variantId, result }) => ({
      variantId,
      result: {
        rooms: result.rooms.map(({ roomId, measures }) => ({ roomId, measures })),
        lines: result.lines.map(lineSource),
        adjustments: result.adjustments,
        totals: result.totals,
      },
    })),
    // The wire describes both policies of rounding by one class; what it holds is one of the two.
    terms: terms as MoneyTerms,
    tolerances,
    ruleSet,
    priceBook,
  };
}

function lineSource(line: EstimateDto['results'][number]['result']['lines'][number]): LineSource {
  const { key, roomId, code, name, unit, kind, quantity, priceMinor, sumMinor, discount, payMinor, paySumMinor } = line;
  return {
    key,
    roomId,
    code,
    name,
    unit,
    ...(kind !== undefined && { kind }),
    quantity,
    priceMinor,
    sumMinor,
    discount,
    ...(payMinor !== undefined && paySumMinor !== undefined && { payMinor, paySumMinor }),
  };
}
