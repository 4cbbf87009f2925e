import { roundingOf, type EstimateTotals, type ItemKind, type PaymentMoment, type RoomInput } from '@smet/estimating';
import { sumMinor, type DecimalString, type Minor } from '@smet/money';
import { inputOf, resultOf, type DocumentSource, type LineSource, type ResultSource } from './document-source.js';

/** A variant as the client sees it: built up field by field, so that no cost, margin or pay can be in it. */
export interface VariantView {
  id: string;
  name: string;
  rooms: RoomView[];
  /** Lines and coefficients of the whole estimate. */
  common: RoomContent;
  totals: TotalsView;
}

export interface RoomContent {
  lines: LineView[];
  coefficients: CoefficientView[];
  /** Lines and coefficients after their own discounts. */
  sumMinor: Minor;
}

export interface RoomView extends RoomContent {
  id: string;
  name: string;
  /** Null where the room could not be measured. */
  measures: { area: DecimalString; perimeter: DecimalString; corners: number } | null;
  /** With a place on the plan and without. */
  lamps: { spotlights: number; chandeliers: number };
}

export interface LineView {
  key: string;
  code: string;
  name: string;
  unit: string;
  kind: ItemKind | null;
  quantity: DecimalString;
  priceMinor: Minor;
  /** Quantity × price. */
  sumMinor: Minor;
  /** Its own or that of its category; what the total's discount takes is in the totals. */
  discount: { percent: DecimalString; amountMinor: Minor } | null;
  /** Sum less its discount. */
  netMinor: Minor;
}

export interface CoefficientView {
  key: string;
  name: string;
  percent: DecimalString;
  /** What it is taken of; empty: of everything. */
  base: ItemKind[];
  baseMinor: Minor;
  /** Its part of the discounts of the lines it is taken of. */
  discountMinor: Minor;
  /** After that discount. */
  sumMinor: Minor;
}

/**
 * Net − other discounts + top-up + VAT on top + rounding = to pay, and net is the sum of all that is printed above it.
 */
export interface TotalsView {
  /** Lines and coefficients before any discount. */
  grossMinor: Minor;
  /** Of single lines and categories; they are taken off in the lines and coefficients already. */
  lineDiscountMinor: Minor;
  /** Gross less the discounts of lines. */
  netMinor: Minor;
  /** The rest of the discount, and its percentage where the terms say one. */
  otherDiscountMinor: Minor;
  otherDiscountPercent: DecimalString | null;
  /** What lacked to the minimum order of `minimumMinor`. */
  topUpMinor: Minor;
  minimumMinor: Minor | null;
  vat: EstimateTotals['vat'];
  roundingMinor: Minor;
  toPayMinor: Minor;
  schedule: { when: PaymentMoment; percent: DecimalString; amountMinor: Minor }[];
}

/** @throws VariantMissingError */
export function variantView(source: DocumentSource, variantId: string): VariantView {
  const { name, discountPercent } = inputOf(source, variantId);
  const result = resultOf(source, variantId);
  const rooms = source.draft.rooms.map((room) => ({
    id: room.id,
    name: room.name,
    measures: measuresOf(result, room.id),
    lamps: lampsOf(room),
    ...contentOf(result, room.id),
  }));
  const { policy } = source.terms.rounding;
  return {
    id: variantId,
    name,
    rooms,
    common: contentOf(result, null),
    totals: totalsView(result, policy === 'half-up' ? discountPercent : null),
  };
}

function measuresOf({ rooms }: ResultSource, id: string): RoomView['measures'] {
  const measures = rooms.find(({ roomId }) => roomId === id)?.measures;
  if (!measures) return null;
  const { billedArea: area, billedPerimeter: perimeter, innerCorners, outerCorners } = measures;
  return { area, perimeter, corners: innerCorners + outerCorners };
}

function lampsOf({ plan, spotlights, chandeliers }: RoomInput): RoomView['lamps'] {
  const placed = (kind: string): number => (plan?.objects ?? []).filter((object) => object.kind === kind).length;
  return { spotlights: spotlights + placed('spotlight'), chandeliers: chandeliers + placed('chandelier') };
}

function contentOf({ lines, adjustments }: ResultSource, id: string | null): RoomContent {
  const own = lines.filter(({ roomId }) => roomId === id).map(lineView);
  const coefficients = adjustments
    .filter(({ kind, roomId }) => kind === 'coefficient' && roomId === id)
    .map(({ key, name, percent, base, baseMinor, sumMinor: gross, discountMinor = 0 }) => ({
      key,
      name,
      percent: percent ?? '0',
      base,
      baseMinor,
      discountMinor,
      sumMinor: gross - discountMinor,
    }));
  const sum = sumMinor([...own.map(({ netMinor }) => netMinor), ...coefficients.map((one) => one.sumMinor)]);
  return { lines: own, coefficients, sumMinor: sum };
}

/** A line as the client sees it. */
export function lineView(line: LineSource): LineView {
  const { key, code, name, unit, kind = null, quantity, priceMinor, sumMinor: sum } = line;
  const discount = line.discount && { percent: line.discount.percent, amountMinor: line.discount.amountMinor };
  const netMinor = sum - (discount?.amountMinor ?? 0);
  return { key, code, name, unit, kind, quantity, priceMinor, sumMinor: sum, discount, netMinor };
}

function totalsView({ lines, adjustments, totals }: ResultSource, percent: DecimalString | null): TotalsView {
  const { grossMinor, discountMinor, topUpMinor, vat, toPayMinor, schedule } = totals;
  const lineDiscountMinor = sumMinor([
    ...lines.map(({ discount }) => discount?.amountMinor ?? 0),
    ...adjustments.map((adjustment) => adjustment.discountMinor ?? 0),
  ]);
  const minimum = adjustments.find(({ kind }) => kind === 'minimum-order');
  return {
    grossMinor,
    lineDiscountMinor,
    netMinor: grossMinor - lineDiscountMinor,
    otherDiscountMinor: discountMinor - lineDiscountMinor,
    otherDiscountPercent: percent,
    topUpMinor,
    minimumMinor: minimum?.baseMinor ?? null,
    vat: vat && { mode: vat.mode, ratePercent: vat.ratePercent, amountMinor: vat.amountMinor },
    roundingMinor: roundingOf(totals),
    toPayMinor,
    schedule: schedule.map(({ when, percent: share, amountMinor }) => ({ when, percent: share, amountMinor })),
  };
}
