import { multiplyMinor } from '@smet/money';
import { judgeCheck, type MeasurementTolerances, type PricedItem, type RoomMeasures } from '@smet/estimating';
import type { Permission } from '../../platform/access/index.js';
import type { ApprovalDto, EstimateDto, LineCategoryDto, PricedItemDto } from './dto/estimate.dto.js';
import type { EstimateLineDto, EstimateResultDto, EstimateTotalsDto } from './dto/estimate-result.dto.js';
import type { LoadedPricing } from './estimate-pricing.service.js';
import { toDraft, type EstimateRow, type LineRow, type MeasuresRow, type VariantRow } from './stored-estimate.js';

/** What a version is shown with, whoever looks at it. */
export interface VersionAround {
  readonly pricing: LoadedPricing;
  readonly categories: readonly LineCategoryDto[];
}

/** The same with what it means to the one who looks at it. */
export interface Surroundings extends VersionAround {
  readonly pricesChanged: boolean;
  readonly discountLimitPercent: number;
  readonly approval: ApprovalDto;
}

export type Permissions = ReadonlySet<Permission>;

/** What anybody may be shown of a version: not what may be done with it, nor the prices of what is not in it. */
type VersionView = Omit<
  EstimateDto,
  'pricesChanged' | 'canEdit' | 'canDiscount' | 'canIssue' | 'discountLimitPercent' | 'approval' | 'priceBook'
>;

/** What a client may be shown: neither purchase, pay, margin nor dealer's price, nor anything about who may do what. */
export type ClientView = Pick<EstimateDto, 'draft' | 'currentVariantId' | 'results'>;

/**
 * An estimate as one person may see it. It is built up, never stripped: what the firm pays, its margin and the prices of
 * dealers are put in only for those who may see them, so that a forgotten field cannot leak.
 */
export function viewEstimate(row: EstimateRow, around: Surroundings, permissions: Permissions): EstimateDto {
  const isOpen = row.status === 'draft' && row.number === row.newest_number;
  const mayEdit = isOpen && permissions.has('estimate:edit');
  return {
    ...viewVersion(row, around, permissions),
    pricesChanged: around.pricesChanged,
    canEdit: mayEdit,
    canDiscount: mayEdit && permissions.has('estimate:discount'),
    canIssue: mayEdit,
    discountLimitPercent: around.discountLimitPercent,
    approval: around.approval,
    priceBook: around.pricing.priceBook.map((item) => viewPrice(item, permissions)),
  };
}

/** The part of it that is about the version itself. */
function viewVersion(row: EstimateRow, around: VersionAround, permissions: Permissions): VersionView {
  return {
    id: row.id,
    orderId: row.order_id,
    order: { number: row.order_number, clientName: row.client_name, address: row.address },
    title: row.title,
    version: row.version,
    number: row.number,
    status: row.status,
    issuedAt: row.issued_at,
    validUntil: row.valid_until,
    contentHash: row.content_hash,
    acceptance: row.acceptance,
    versions: row.versions,
    currency: row.currency,
    pricedAt: row.priced_at,
    updatedAt: row.updated_at,
    tolerances: row.tolerances,
    terms: row.terms,
    ruleSet: around.pricing.ruleSet,
    draft: toDraft(row),
    currentVariantId: row.current_variant_id,
    results: viewResults(row, permissions),
    categories: [...around.categories],
  };
}

export function viewForClient(row: EstimateRow): ClientView {
  return { draft: toDraft(row), currentVariantId: row.current_variant_id, results: viewResults(row, new Set()) };
}

function viewResults(row: EstimateRow, permissions: Permissions): EstimateDto['results'] {
  return row.variants.map((variant) => ({ variantId: variant.id, result: viewResult(variant, row, permissions) }));
}

export function viewPrice(item: PricedItem, permissions: Permissions): PricedItemDto {
  const { itemId, code, name, unit, categoryId, kind, priceMinor, costMinor, payMinor, dealerMinor } = item;
  return {
    itemId,
    code,
    name,
    unit,
    ...(categoryId !== undefined && { categoryId }),
    ...(kind !== undefined && { kind }),
    priceMinor,
    ...(permissions.has('cost:read') && costMinor !== undefined && { costMinor }),
    ...(permissions.has('pay:read') && payMinor !== undefined && { payMinor }),
    ...(permissions.has('dealer-price:read') && dealerMinor !== undefined && { dealerMinor }),
  };
}

function viewResult(
  variant: VariantRow,
  { status, rooms, tolerances }: EstimateRow,
  permissions: Permissions,
): EstimateResultDto {
  const reasons = new Map(rooms.map(({ id, plan }) => [id, plan?.misclosureReason ?? null]));
  return {
    rooms: variant.rooms.map((room) => ({
      roomId: room.roomId,
      measures: status === 'draft' ? judgedNow(room, tolerances, reasons.get(room.roomId) ?? null) : room.measures,
      subtotalMinor: room.subtotalMinor,
    })),
    lines: variant.lines.map((line) => viewLine(line, permissions)),
    adjustments: variant.adjustments,
    totals: viewTotals(variant, permissions),
    problems: variant.problems,
  };
}

/** The verdict on a draft's readings follows the tolerances of now; that of an issued version was given when it was issued. */
export function judgedNow(
  { measures }: MeasuresRow,
  tolerances: MeasurementTolerances,
  misclosureReason: string | null,
): RoomMeasures {
  const { check } = measures;
  if (!check) return measures;
  const verdict = judgeCheck(check, tolerances);
  const reason = verdict === 'refused' ? misclosureReason : null;
  return { ...measures, check: { ...check, verdict, reason } };
}

function viewLine(line: LineRow, permissions: Permissions): EstimateLineDto {
  const { categoryId, kind, costMinor, payMinor, dealerMinor, quantity } = line;
  return {
    key: line.key,
    roomId: line.roomId,
    ruleKey: line.ruleKey,
    itemId: line.itemId,
    code: line.code,
    name: line.name,
    unit: line.unit,
    ...(categoryId !== null && { categoryId }),
    ...(kind && { kind }),
    quantity,
    computedQuantity: line.computedQuantity,
    overridden: line.overridden,
    priceMinor: line.priceMinor,
    sumMinor: line.sumMinor,
    discount: line.discount,
    ...(permissions.has('cost:read') &&
      costMinor !== null && { costMinor, costSumMinor: multiplyMinor(quantity, costMinor) }),
    ...(permissions.has('pay:read') &&
      payMinor !== null && { payMinor, paySumMinor: multiplyMinor(quantity, payMinor) }),
    ...(permissions.has('dealer-price:read') &&
      dealerMinor !== null && { dealerMinor, dealerSumMinor: multiplyMinor(quantity, dealerMinor) }),
    explanation: line.explanation,
  };
}

function viewTotals(variant: VariantRow, permissions: Permissions): EstimateTotalsDto {
  const { toPayMinor, payments, costMinor, marginMinor, payMinor, dealerMinor } = variant;
  const prepaymentMinor = payments[0]?.amountMinor ?? toPayMinor;
  return {
    grossMinor: variant.grossMinor,
    discountMinor: variant.discountMinor,
    topUpMinor: variant.topUpMinor,
    vat: variant.vat,
    toPayMinor,
    schedule: payments,
    prepaymentMinor,
    restMinor: toPayMinor - prepaymentMinor,
    ...(permissions.has('cost:read') && costMinor !== null && { costMinor }),
    ...(permissions.has('margin:read') && marginMinor !== null && { marginMinor }),
    ...(permissions.has('pay:read') && payMinor !== null && { payMinor }),
    ...(permissions.has('dealer-price:read') && dealerMinor !== null && { dealerMinor }),
  };
}
