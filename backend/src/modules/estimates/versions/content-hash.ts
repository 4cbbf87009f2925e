import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { EstimateRow, RoomRow, VariantRow } from '../stored-estimate.js';
import type { Presented } from './presented.js';

/** What is agreed on beside the content of a version: how long it holds, and what both sides are told. */
export interface Offer {
  readonly validUntil: string | null;
  readonly presented: Presented;
}

/**
 * SHA-256, hexadecimal, of everything the client is shown or handed in print of a version: both parties, conditions, rooms
 * and the rules they are drawn by, variants, lines, prices, sums and how long it holds. Whoever accepts names it, so that
 * what was accepted is what was seen. Nothing the firm keeps to itself is part of it, and nothing that can change after
 * issuing.
 */
export function contentHash(row: EstimateRow, offer: Offer): string {
  return createHash('sha256')
    .update(canonicalJson(shown(row, offer)))
    .digest('hex');
}

/** Of an issued version as it stands; null where nothing was kept to compare with. */
export function storedContentHash(row: EstimateRow): string | null {
  const { presented, valid_until: validUntil } = row;
  return presented && contentHash(row, { presented, validUntil });
}

function shown(row: EstimateRow, { validUntil, presented }: Offer): object {
  const { id, number, currency, terms, rooms, variants } = row;
  return {
    estimateId: id,
    number,
    currency,
    terms,
    validUntil,
    presented,
    ruleSet: { id: row.rule_set_id, version: row.rule_set_version },
    currentVariantId: row.current_variant_id,
    rooms: rooms.map(shownRoom),
    variants: variants.map(shownVariant),
  };
}

/** Why readings were taken although they disagree is between the measurer and the firm. */
function shownRoom({ plan, ...room }: RoomRow): object {
  if (!plan) return { ...room, plan };
  const { misclosureReason: _, ...drawn } = plan;
  return { ...room, plan: drawn };
}

/** Field by field: a column that is added later is no part of what clients were shown before. */
function shownVariant(variant: VariantRow): object {
  const { id, name, content, grossMinor, discountMinor, topUpMinor, toPayMinor, vat, payments, adjustments } = variant;
  return {
    id,
    name,
    content,
    totals: { grossMinor, discountMinor, topUpMinor, toPayMinor, vat, payments },
    adjustments,
    rooms: variant.rooms.map(({ roomId, subtotalMinor, measures }) => ({
      roomId,
      subtotalMinor,
      billedArea: measures.billedArea,
      billedPerimeter: measures.billedPerimeter,
      innerCorners: measures.innerCorners,
      outerCorners: measures.outerCorners,
    })),
    lines: variant.lines.map((line) => ({
      key: line.key,
      roomId: line.roomId,
      code: line.code,
      name: line.name,
      unit: line.unit,
      kind: line.kind,
      categoryId: line.categoryId,
      quantity: line.quantity,
      priceMinor: line.priceMinor,
      sumMinor: line.sumMinor,
      discount: line.discount,
    })),
  };
}
