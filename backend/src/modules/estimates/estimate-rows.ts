import type {
  VariantInput,
  EstimateResult,
  Explanation,
  MeasurementTolerances,
  RoomInput,
  RoomMeasures,
  RoomPlan,
  RoomShape,
} from '@smet/estimating';

/** The current variant of an estimate's newest version, as stored. Amounts in minor units, decimals without idle zeros. */
export interface EstimateRow extends EstimateRooms {
  readonly lines: LineRow[];
}

/** The same with its rooms only. */
export interface EstimateRooms extends EstimateHeader {
  readonly rooms: RoomRow[];
}

/** The same without its content. */
export interface EstimateHeader {
  readonly id: string;
  readonly order_id: string;
  readonly order_number: number;
  readonly client_name: string;
  readonly address: string;
  readonly currency: string;
  readonly title: string;
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly updated_at: string;
  readonly status: 'draft' | 'issued';
  readonly rule_set_id: string;
  readonly rule_set_version: number;
  readonly price_list_id: string;
  readonly cost_list_id: string | null;
  readonly priced_at: string;
  readonly variant_id: string;
  readonly discount_percent: string;
  readonly totals: StoredTotals;
  /** Of the organization, BCP 47. */
  readonly locale: string;
  /** Of the organization, as they are now: they are no part of the estimate. */
  readonly tolerances: MeasurementTolerances;
}

interface StoredTotals {
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly toPayMinor: number;
  readonly prepaymentMinor: number;
  readonly costMinor: number;
}

export interface RoomRow {
  readonly id: string;
  readonly name: string;
  readonly shape: RoomShape;
  readonly plan: RoomPlan | null;
  readonly spotlights: number;
  readonly chandeliers: number;
  readonly billedArea: string | null;
  readonly billedPerimeter: string | null;
  readonly measures: RoomMeasures;
}

export interface LineRow {
  readonly id: string;
  readonly roomId: string | null;
  /** null: added by hand. */
  readonly ruleKey: string | null;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  /** What the rule gave; null for a line added by hand. */
  readonly computedQuantity: string | null;
  readonly priceMinor: number;
  readonly costMinor: number | null;
  readonly sumMinor: number;
  readonly explanation: StoredExplanation;
}

/**
 * The mark of a hand-changed quantity stands beside why the rule gave another one. A difference would not do as the
 * mark: the quantity stays what the hand wrote while the computed one passes by the same number.
 */
interface StoredExplanation extends Explanation {
  readonly overridden?: true;
}

/** Rooms and lines as they are written; positions are those in the arrays. */
export interface EstimateContent {
  readonly rooms: readonly RoomRow[];
  readonly lines: readonly LineRow[];
  readonly totals: StoredTotals;
}

const MANUAL_KEY = 'manual:';

/**
 * What a computed draft is stored as. Every room must have been measured; `newId` makes ids for generated lines,
 * lines added by hand keep theirs.
 */
export function toContent(draft: VariantInput, result: EstimateResult, newId: () => string): EstimateContent {
  const measures = new Map(result.rooms.map((room) => [room.roomId, room]));
  const rooms = draft.rooms.map((room) => {
    const measured = measures.get(room.id);
    if (!measured || !('measures' in measured)) throw new Error(`room ${room.id} was not measured`);
    const { billedArea, billedPerimeter } = measured.measures;
    return { ...room, plan: room.plan ?? null, billedArea, billedPerimeter, measures: measured.measures };
  });
  const lines = result.lines.map((line) => ({
    id: line.ruleKey === null ? line.key.slice(MANUAL_KEY.length) : newId(),
    roomId: line.roomId,
    ruleKey: line.ruleKey,
    itemId: line.itemId,
    code: line.code,
    name: line.name,
    unit: line.unit,
    quantity: line.quantity,
    computedQuantity: line.computedQuantity,
    priceMinor: line.priceMinor,
    costMinor: line.costMinor ?? null,
    sumMinor: line.sumMinor,
    explanation: line.overridden ? { ...line.explanation, overridden: true as const } : line.explanation,
  }));
  const { grossMinor, discountMinor, toPayMinor, prepaymentMinor } = result.totals;
  const costMinor = result.lines.reduce((sum, line) => sum + (line.costSumMinor ?? 0), 0);
  return { rooms, lines, totals: { grossMinor, discountMinor, toPayMinor, prepaymentMinor, costMinor } };
}

/** The draft a person goes on with: what was entered, read back from the rows. */
export function toDraft(row: EstimateRow): VariantInput {
  return {
    rooms: row.rooms.map(toRoomInput),
    overrides: row.lines.flatMap((line) => {
      const { roomId, ruleKey, quantity } = line;
      return roomId !== null && ruleKey !== null && line.explanation.overridden ? [{ roomId, ruleKey, quantity }] : [];
    }),
    manualLines: row.lines.flatMap(({ id, code, roomId, ruleKey, quantity }) =>
      ruleKey === null ? [{ id, itemCode: code, roomId, quantity }] : [],
    ),
    discountPercent: row.discount_percent,
  };
}

/** What was entered about a room; nothing was decided beside its shape where no plan is stored. */
export function toRoomInput({ id, name, shape, plan, spotlights, chandeliers }: RoomRow): RoomInput {
  return { id, name, shape, ...(plan && { plan }), spotlights, chandeliers };
}

/** Key of a line, the same as `computeEstimate` gives it. */
export function lineKey(line: LineRow): string {
  return line.ruleKey === null ? `${MANUAL_KEY}${line.id}` : `${line.roomId}:${line.ruleKey}`;
}
