import { isDecimal, parseDecimal } from '@smet/money';
import type { DecimalString } from '@smet/money';
import { ARC_CHORDS } from '../geometry/arcs.js';
import { CIRCLE_CHORDS } from '../rooms/cutouts.js';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { Cutout } from '../shape/room-shape.js';
import { checkDiscounts, parseDiscount } from './discounts.js';
import type { LineDiscounts } from './discounts.js';
import { ITEM_KINDS } from './estimate-draft.js';
import type {
  ManualCoefficient,
  ManualLine,
  QuantityOverride,
  RoomInput,
  Specification,
  VariantInput,
} from './estimate-draft.js';
import type { EstimateProblem, EstimateProblemCode } from './estimate-result.js';
import type { MoneyTerms, PaymentStage } from './money-terms.js';
import { checkSchedule } from './schedule.js';

/** A room with usable counts, and its place in the draft. */
export interface CheckedRoom {
  input: RoomInput;
  path: string;
}

/** Hand-changed quantities of a room by rule, with the place each had in the draft. */
export type CheckedOverrides = ReadonlyMap<string, { quantity: DecimalString; path: string }>;

/** A draft with everything unusable taken out and named; what is left can be computed without further checks. */
export interface CheckedDraft {
  rooms: CheckedRoom[];
  /** Hand-changed quantities by room and rule. */
  overrides: ReadonlyMap<string, CheckedOverrides>;
  /** With the place each had in the draft. */
  manualLines: { line: ManualLine; path: string }[];
  discountPercent: DecimalString;
  discounts: LineDiscounts;
  schedule: readonly PaymentStage[];
  /** With the place each had in the draft. */
  coefficients: readonly { coefficient: ManualCoefficient; path: string }[];
  /** Without a film the rule set does not have. */
  specification: Specification | undefined;
  problems: EstimateProblem[];
}

/** The key of a generated line. */
export function lineKey(roomId: string, ruleKey: string): string {
  return `${roomId}:${ruleKey}`;
}

/** Checks bounds, references and doubles of a draft. Shapes are checked where rooms are built. */
export function checkDraft(draft: VariantInput, ruleSet: RuleSet, terms: MoneyTerms): CheckedDraft {
  const checker = new DraftChecker(ruleSet);
  const rooms = checker.checkRooms(draft.rooms);
  const discountPercent = checker.checkDiscount(draft.discountPercent);
  const roomIds = new Set(rooms.map(({ input }) => input.id));
  const names = new Map(rooms.map(({ input }) => [input.id, input.name]));
  const overrides = checker.checkOverrides(draft.overrides, names);
  const manualLines = checker.checkManualLines(draft.manualLines, roomIds);
  const coefficients = checker.checkCoefficients(draft.coefficients ?? [], roomIds);
  const specification = checker.checkSpecification(draft.specification);
  const { discounts, problems: ofDiscounts } = checkDiscounts(draft.discounts ?? {}, terms.excludedCategoryIds);
  const { stages: schedule, problems: ofSchedule } = checkSchedule(draft.schedule, terms.schedule);
  const problems = [...checker.problems, ...ofDiscounts, ...ofSchedule];
  const money = { discountPercent, discounts, schedule, coefficients };
  return { rooms, overrides, manualLines, ...money, specification, problems };
}

class DraftChecker {
  readonly problems: EstimateProblem[] = [];

  constructor(private readonly ruleSet: RuleSet) {}

  checkRooms(rooms: readonly RoomInput[]): CheckedRoom[] {
    const seen = new Set<string>();
    const few = this.bounded(rooms, ESTIMATE_LIMITS.maxRooms, 'rooms', 'TOO_MANY_ROOMS');
    return this.withinPoints(few).flatMap((room, index) => {
      const path = `rooms.${index}`;
      if (!this.isFirst(room.id, seen, `${path}.id`)) {
        return [];
      }
      const spotlights = this.checkCount(room.spotlights, `${path}.spotlights`);
      const chandeliers = this.checkCount(room.chandeliers, `${path}.chandeliers`);
      return [{ input: { ...room, spotlights, chandeliers }, path }];
    });
  }

  checkDiscount(discount: DecimalString): DecimalString {
    const { maxDiscountPercent: max, discountScale: scale } = ESTIMATE_LIMITS;
    const parsed = parseDiscount(discount);
    if (parsed === null) {
      this.report('DISCOUNT_INVALID', 'discountPercent', { max, scale });
    }
    return parsed ?? '0';
  }

  /** @param rooms names by id */
  checkOverrides(
    overrides: readonly QuantityOverride[],
    rooms: ReadonlyMap<string, string>,
  ): Map<string, CheckedOverrides> {
    const ruleKeys = new Set(this.ruleSet.lines.map(({ key }) => key));
    const checked = new Map<string, Map<string, { quantity: DecimalString; path: string }>>();
    const seen = new Set<string>();
    this.bounded(overrides, ESTIMATE_LIMITS.maxOverrides, 'overrides', 'TOO_MANY_LINES').forEach((override, index) => {
      const path = `overrides.${index}`;
      const key = lineKey(override.roomId, override.ruleKey);
      if (!rooms.has(override.roomId)) {
        this.report('ROOM_UNKNOWN', `${path}.roomId`);
      } else if (!ruleKeys.has(override.ruleKey)) {
        const { ruleKey, quantity } = override;
        this.report('RULE_UNKNOWN', `${path}.ruleKey`, { ruleKey, quantity, room: rooms.get(override.roomId)! });
      } else if (this.isFirst(key, seen, path)) {
        const quantity = this.checkQuantity(override.quantity, `${path}.quantity`);
        if (quantity !== null) {
          const ofRoom = checked.get(override.roomId) ?? new Map<string, { quantity: DecimalString; path: string }>();
          checked.set(override.roomId, ofRoom.set(override.ruleKey, { quantity, path }));
        }
      }
    });
    return checked;
  }

  checkManualLines(lines: readonly ManualLine[], roomIds: ReadonlySet<string>): CheckedDraft['manualLines'] {
    const seen = new Set<string>();
    const bounded = this.bounded(lines, ESTIMATE_LIMITS.maxManualLines, 'manualLines', 'TOO_MANY_LINES');
    return bounded.flatMap((line, index) => {
      const path = `manualLines.${index}`;
      const quantity = this.checkQuantity(line.quantity, `${path}.quantity`);
      if (line.roomId !== null && !roomIds.has(line.roomId)) {
        this.report('ROOM_UNKNOWN', `${path}.roomId`);
        return [];
      }
      return this.isFirst(line.id, seen, `${path}.id`) && quantity !== null
        ? [{ line: { ...line, quantity }, path }]
        : [];
    });
  }

  checkCoefficients(
    coefficients: readonly ManualCoefficient[],
    roomIds: ReadonlySet<string>,
  ): CheckedDraft['coefficients'] {
    const {
      maxCoefficients,
      minCoefficientPercent: min,
      maxCoefficientPercent: max,
      discountScale: scale,
    } = ESTIMATE_LIMITS;
    const seen = new Set<string>();
    return this.bounded(coefficients, maxCoefficients, 'coefficients', 'TOO_MANY_LINES').flatMap((given, index) => {
      const path = `coefficients.${index}`;
      const percent = isDecimal(given.percent) ? parseDecimal(given.percent, { min, max, scale }) : null;
      if (given.roomId !== null && !roomIds.has(given.roomId)) {
        this.report('ROOM_UNKNOWN', `${path}.roomId`);
      } else if (percent === null) {
        this.report('COEFFICIENT_INVALID', `${path}.percent`, { min, max, scale });
      } else if (given.base.length === 0 || !given.base.every((kind) => ITEM_KINDS.includes(kind))) {
        this.report('COEFFICIENT_INVALID', `${path}.base`, { expected: ITEM_KINDS.join(', ') });
      } else if (this.isFirst(given.id, seen, `${path}.id`)) {
        return [{ coefficient: { ...given, percent }, path }];
      }
      return [];
    });
  }

  checkSpecification(specification: Specification | undefined): Specification | undefined {
    const { film, substitutes = [] } = specification ?? {};
    const max = ESTIMATE_LIMITS.maxSubstitutes;
    const few = this.bounded(substitutes, max, 'specification.substitutes', 'TOO_MANY_LINES');
    const seen = new Set<string>();
    few.forEach(({ code }, index) => this.isFirst(code, seen, `specification.substitutes.${index}.code`));
    if (film === undefined || this.ruleSet.films.some(({ key }) => key === film)) {
      return specification && { ...specification, substitutes: [...few] };
    }
    this.report('FILM_UNKNOWN', 'specification.film', { film });
    return { ...(specification?.profile && { profile: specification.profile }), substitutes: [...few] };
  }

  /** The first rooms that together are within bounds: what a draft may cost to compute depends on their contours. */
  private withinPoints(rooms: readonly RoomInput[]): readonly RoomInput[] {
    const max = ESTIMATE_LIMITS.maxPoints;
    let count = 0;
    let fitting = 0;
    for (const room of rooms) {
      count += weightOf(room);
      fitting += count <= max ? 1 : 0;
    }
    if (count > max) {
      this.report('TOO_MANY_WALLS', 'rooms', { max, count });
    }
    return rooms.slice(0, fitting);
  }

  private checkCount(count: number, path: string): number {
    const max = ESTIMATE_LIMITS.maxCount;
    if (Number.isInteger(count) && count >= 0 && count <= max) {
      return count;
    }
    this.report('COUNT_OUT_OF_RANGE', path, { max });
    return 0;
  }

  private checkQuantity(quantity: DecimalString, path: string): DecimalString | null {
    const { maxQuantity: max, quantityScale: scale } = ESTIMATE_LIMITS;
    const parsed = isDecimal(quantity) ? parseDecimal(quantity, { max, scale }) : null;
    if (parsed === null) {
      this.report('QUANTITY_INVALID', path, { max, scale });
    }
    return parsed;
  }

  private isFirst(id: string, seen: Set<string>, path: string): boolean {
    if (seen.has(id)) {
      this.report('DUPLICATE', path);
      return false;
    }
    seen.add(id);
    return true;
  }

  private bounded<T>(list: readonly T[], max: number, path: string, code: EstimateProblemCode): readonly T[] {
    if (list.length > max) {
      this.report(code, path, { max, count: list.length });
    }
    return list.slice(0, max);
  }

  private report(code: EstimateProblemCode, path: string, params: EstimateProblem['params'] = {}): void {
    this.problems.push({ code, path, params });
  }
}

/**
 * Points of the contour, arcs and cut-outs with their chords, and readings to spare: each of those is tried for the wrong
 * one, which costs as much as many walls.
 */
function weightOf({ shape }: RoomInput): number {
  const { arcs = [], cutouts = [] } = shape;
  const points = arcs.length * (ARC_CHORDS - 1) + cutouts.reduce((sum, cutout) => sum + pointsOf(cutout), 0);
  if (shape.kind === 'rectangle') {
    return 4 + points;
  }
  const walls = shape.sidesMm.length;
  const readings = shape.kind === 'triangulated' ? shape.diagonalsMm.length + (shape.angles?.length ?? 0) : 0;
  return walls + points + Math.max(0, readings - (walls - 3));
}

function pointsOf(cutout: Cutout): number {
  return cutout.kind === 'polygon' ? cutout.pointsMm.length : cutout.kind === 'circle' ? CIRCLE_CHORDS : 4;
}
