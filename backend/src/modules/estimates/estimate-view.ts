import { multiplyMinor, sumMinor } from '@smet/money';
import {
  judgeCheck,
  type EstimateProblem,
  type MeasurementTolerances,
  type PricedItem,
  type RoomMeasures,
} from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import type { EstimateLineDto, EstimateResultDto, EstimateTotalsDto } from './dto/estimate-result.dto.js';
import { lineKey, toDraft, type EstimateRow, type LineRow, type RoomRow } from './estimate-rows.js';

/**
 * An estimate as one person may see it. It is built up, never stripped: purchase prices and the margin are put in only
 * for those who may see them, so that a forgotten field cannot leak.
 */
export function viewEstimate(
  row: EstimateRow,
  priceBook: readonly PricedItem[],
  problems: readonly EstimateProblem[],
  actor: Actor,
): EstimateDto {
  const isDraft = row.status === 'draft';
  return {
    id: row.id,
    orderId: row.order_id,
    order: { number: row.order_number, clientName: row.client_name, address: row.address },
    title: row.title,
    version: row.version,
    status: row.status,
    ruleSet: { id: row.rule_set_id, version: row.rule_set_version },
    currency: row.currency,
    pricedAt: row.priced_at,
    updatedAt: row.updated_at,
    tolerances: row.tolerances,
    canEdit: isDraft && actor.permissions.has('estimate:edit'),
    canDiscount: isDraft && actor.permissions.has('estimate:discount'),
    draft: toDraft(row),
    result: viewResult(row, problems, actor),
    priceBook: priceBook.map((item) => viewPrice(item, actor)),
  };
}

function viewPrice({ itemId, code, name, unit, priceMinor, costMinor }: PricedItem, actor: Actor): PricedItem {
  const seesCost = actor.permissions.has('cost:read') && costMinor !== undefined;
  return { itemId, code, name, unit, priceMinor, ...(seesCost && { costMinor }) };
}

function viewResult(row: EstimateRow, problems: readonly EstimateProblem[], actor: Actor): EstimateResultDto {
  const seesCost = actor.permissions.has('cost:read');
  const isDraft = row.status === 'draft';
  return {
    rooms: row.rooms.map((room) => ({
      roomId: room.id,
      measures: isDraft ? judgedNow(room, row.tolerances) : room.measures,
      subtotalMinor: sumMinor(row.lines.filter((line) => line.roomId === room.id).map((line) => line.sumMinor)),
    })),
    lines: row.lines.map((line) => viewLine(line, seesCost)),
    totals: viewTotals(row, actor),
    problems: [...problems],
  };
}

/** The verdict on a draft's readings follows the tolerances of now; that of an issued version was given when it was issued. */
function judgedNow({ measures, plan }: RoomRow, tolerances: MeasurementTolerances): RoomMeasures {
  const { check } = measures;
  if (!check) return measures;
  const verdict = judgeCheck(check, tolerances);
  const reason = verdict === 'refused' ? (plan?.misclosureReason ?? null) : null;
  return { ...measures, check: { ...check, verdict, reason } };
}

function viewLine(line: LineRow, seesCost: boolean): EstimateLineDto {
  const { roomId, ruleKey, itemId, code, name, unit, quantity, computedQuantity, priceMinor, sumMinor } = line;
  const { overridden, ...explanation } = line.explanation;
  return {
    key: lineKey(line),
    roomId,
    ruleKey,
    itemId,
    code,
    name,
    unit,
    quantity,
    computedQuantity,
    overridden: overridden === true,
    priceMinor,
    sumMinor,
    ...(seesCost &&
      line.costMinor !== null && {
        costMinor: line.costMinor,
        costSumMinor: multiplyMinor(quantity, line.costMinor),
      }),
    explanation,
  };
}

/** As `computeEstimate` has it: cost and margin are told only when every line has a purchase price. */
function viewTotals({ totals, lines }: EstimateRow, actor: Actor): EstimateTotalsDto {
  const { grossMinor, discountMinor, toPayMinor, prepaymentMinor, costMinor } = totals;
  const costKnown = lines.every((line) => line.costMinor !== null);
  return {
    grossMinor,
    discountMinor,
    toPayMinor,
    prepaymentMinor,
    restMinor: toPayMinor - prepaymentMinor,
    ...(costKnown && actor.permissions.has('cost:read') && { costMinor }),
    ...(costKnown && actor.permissions.has('margin:read') && { marginMinor: toPayMinor - costMinor }),
  };
}
