import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { EstimateRow, VariantRow } from '../stored-estimate.js';

/**
 * SHA-256, hexadecimal, of everything the client is shown of a version: rooms, variants, lines, prices, sums, terms and how
 * long it holds. Whoever accepts names it, so that what was accepted is what was seen. Nothing the firm keeps to itself is
 * part of it, and nothing that can change after issuing.
 */
export function contentHash(row: EstimateRow, validUntil: string | null): string {
  return createHash('sha256')
    .update(canonicalJson(shown(row, validUntil)))
    .digest('hex');
}

function shown(row: EstimateRow, validUntil: string | null): object {
  const { id, number, title, currency, terms, rooms, variants } = row;
  return { estimateId: id, number, title, currency, terms, validUntil, rooms, variants: variants.map(shownVariant) };
}

/** Field by field: a column that is added later is no part of what clients were shown before. */
function shownVariant(variant: VariantRow): object {
  const { id, name, grossMinor, discountMinor, topUpMinor, toPayMinor, vat, payments, adjustments } = variant;
  return {
    id,
    name,
    totals: { grossMinor, discountMinor, topUpMinor, toPayMinor, vat, payments },
    adjustments,
    rooms: variant.rooms.map(({ roomId, subtotalMinor, measures }) => ({
      roomId,
      subtotalMinor,
      billedArea: measures.billedArea,
      billedPerimeter: measures.billedPerimeter,
    })),
    lines: variant.lines.map((line) => ({
      key: line.key,
      roomId: line.roomId,
      code: line.code,
      name: line.name,
      unit: line.unit,
      quantity: line.quantity,
      priceMinor: line.priceMinor,
      sumMinor: line.sumMinor,
      discount: line.discount,
    })),
  };
}
