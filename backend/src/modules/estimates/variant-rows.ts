import { createHash } from 'node:crypto';
import type { EstimateLine, EstimateResult, VariantDraft } from '@smet/estimating';
import type { LineRow, MeasuresRow, VariantRow } from './stored-estimate.js';

/** A variant as it is written, and the digest of its rooms and lines. */
export interface StoredVariant extends VariantRow {
  readonly digest: string;
}

/** What a computed variant is stored as. Every room must have been measured. */
export function toStoredVariant({ id, name, ...content }: VariantDraft, result: EstimateResult): StoredVariant {
  const { totals } = result;
  const row: VariantRow = {
    id,
    name,
    content,
    adjustments: result.adjustments,
    problems: result.problems,
    grossMinor: totals.grossMinor,
    discountMinor: totals.discountMinor,
    topUpMinor: totals.topUpMinor,
    toPayMinor: totals.toPayMinor,
    vat: totals.vat,
    payments: totals.schedule,
    costMinor: totals.costMinor ?? null,
    marginMinor: totals.marginMinor ?? null,
    payMinor: totals.payMinor ?? null,
    dealerMinor: totals.dealerMinor ?? null,
    rooms: result.rooms.map(toMeasures),
    lines: result.lines.map(toLine),
  };
  return { ...row, digest: digestOf(row) };
}

function toMeasures(room: EstimateResult['rooms'][number]): MeasuresRow {
  if (!('measures' in room)) throw new Error(`room ${room.roomId} was not measured`);
  return { roomId: room.roomId, subtotalMinor: room.subtotalMinor, measures: room.measures };
}

/** Field by field: what people may not see has columns of its own, and nothing else may slip in. */
function toLine(line: EstimateLine): LineRow {
  return {
    key: line.key,
    roomId: line.roomId,
    ruleKey: line.ruleKey,
    itemId: line.itemId,
    code: line.code,
    name: line.name,
    unit: line.unit,
    categoryId: line.categoryId ?? null,
    kind: line.kind ?? null,
    quantity: line.quantity,
    computedQuantity: line.computedQuantity,
    overridden: line.overridden,
    priceMinor: line.priceMinor,
    sumMinor: line.sumMinor,
    discount: line.discount,
    costMinor: line.costMinor ?? null,
    payMinor: line.payMinor ?? null,
    dealerMinor: line.dealerMinor ?? null,
    explanation: line.explanation,
  };
}

/** Of what hangs on the variant; what stands on the variant itself is written anyway. */
function digestOf({ rooms, lines }: VariantRow): string {
  return createHash('sha256')
    .update(JSON.stringify([rooms, lines]))
    .digest('base64url');
}
