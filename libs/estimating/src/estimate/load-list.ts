import { compareDecimals, fromDouble, sumDecimals } from '@smet/money';
import type { DecimalString } from '@smet/money';
import { DEFAULT_TOLERANCES } from '../rooms/tolerances.js';
import { BILLED_QUANTITY, defaultRounding } from '../rules/compile-rule-set.js';
import type { CompiledLine } from '../rules/compile-rule-set.js';
import type { Rounding, RuleItem, RuleSet, StickProfile, StickRule } from '../rules/rule-set.js';
import { cuttingList } from '../sticks/cutting-list.js';
import { codeOfItem, pricesOf, substituted } from './canvas-prices.js';
import type { Prices } from './canvas-prices.js';
import { checkDraft } from './check-draft.js';
import type { VariantInput } from './estimate-draft.js';
import type { EstimateLine, EstimateResult } from './estimate-result.js';
import { roundQuantity } from './line-quantity.js';
import { DEFAULT_MONEY_TERMS } from './money-terms.js';
import type { MeasuredLines } from './measured-lines.js';
import { measureRooms } from './measure-rooms.js';
import type { MeasuredRoomOfDraft } from './measure-rooms.js';
import type { Pricing } from './pricing.js';
import { requiredItemCodes } from './required-item-codes.js';

/** What the warehouse gives out of one item for a whole estimate; an item given out in two units has an entry for each. */
export interface LoadListItem {
  code: string;
  /** As the price book has it; the code where it has none, with an empty unit. */
  name: string;
  unit: string;
  /** Rounded once, over all rooms. */
  quantity: DecimalString;
  /** What the quantity is measured in where that is not the item's unit: film is billed by area and given out by length. */
  quantityUnit: 'm' | 'm2' | 'pcs' | null;
  /** Sticks and packs: how many of which size make the quantity. */
  packs: { count: number; size: DecimalString } | null;
  /** What the client pays for of the same item, in its unit. */
  billed: DecimalString;
  /** Rooms it is for, in their order; a line of no room is for none. */
  roomIds: string[];
}

/**
 * What is given out for a variant: stock formulas of the rules, whole sticks from the cutting list of all rooms together,
 * and as billed every other material, lines by hand among them. `result` is what computeEstimate made of the same input
 * and pricing. In the order of the rules.
 */
export function loadList(input: VariantInput, pricing: Pricing, result: EstimateResult): LoadListItem[] {
  const { priceBook, ruleSet, terms = DEFAULT_MONEY_TERMS, tolerances = DEFAULT_TOLERANCES } = pricing;
  const checked = checkDraft(input, ruleSet, terms);
  const prices = pricesOf(priceBook, checked.specification);
  const rooms = measureRooms(checked, { prices, ruleSet, tolerances });
  const loading = new Loading(ruleSet, prices, result);
  rooms.forEach(({ surveyed, measured }) => measured.ok && loading.addRoom(surveyed.id, measured));
  loading.addByHand();
  loading.addSticks(rooms);
  return loading.items();
}

interface Taken {
  code: string;
  total: number;
  rounding: Rounding | null;
  isExplicit: boolean;
  pack: DecimalString | null;
  quantityUnit: LoadListItem['quantityUnit'];
  rooms: Set<string>;
}

/** How much more of an item is taken, and how its sum is rounded. */
type Portion = Omit<Taken, 'code' | 'total' | 'rooms'> & { amount: number; roomId: string | null };

const AS_BILLED: Omit<Portion, 'amount' | 'roomId'> = {
  rounding: null,
  isExplicit: false,
  pack: null,
  quantityUnit: null,
};
const LEAST = 5e-10;

class Loading {
  private readonly taken = new Map<string, Taken>();
  private readonly stickCodes: ReadonlySet<string>;
  private readonly lines: ReadonlyMap<string, EstimateLine>;
  /** Of the items that rules bill, before substitutes. */
  private readonly codes: ReadonlySet<string>;

  constructor(
    private readonly ruleSet: RuleSet,
    private readonly prices: Prices,
    private readonly result: EstimateResult,
  ) {
    this.stickCodes = new Set(Object.values(ruleSet.sticks).map(({ code }) => substituted(code, prices)));
    this.codes = new Set(ruleSet.lines.flatMap(({ item, quantity }) => (quantity === null ? [] : codesOfItem(item))));
    this.lines = new Map(result.lines.map((line) => [line.key, line]));
  }

  addRoom(roomId: string, { lines, givenOut, formulas, build }: MeasuredLines): void {
    for (const { compiled } of lines) {
      const line = this.lines.get(`${roomId}:${compiled.rule.key}`);
      const billed = Number(line?.quantity ?? 0);
      if (!line || billed <= 0) {
        continue;
      }
      // What comes in sticks is given out by the cutting list alone.
      const isInSticks = this.stickCodes.has(line.code);
      if (compiled.stock && (!isInSticks || compiled.rule.stock?.code !== undefined)) {
        this.addStock({ compiled, formulas }, { roomId, code: line.code, billed, typed: typedShare(line) });
      } else if (!compiled.stock && !isInSticks && line.kind === 'material') {
        this.add(line.code, { ...AS_BILLED, amount: billed, roomId });
      }
    }
    for (const compiled of givenOut) {
      const code = substituted(codeOfItem(compiled.rule.item, build.canvas), this.prices);
      this.addStock({ compiled, formulas }, { roomId, code });
    }
  }

  addByHand(): void {
    for (const { ruleKey, kind, code, quantity, roomId } of this.result.lines) {
      if (ruleKey === null && kind === 'material') {
        this.add(code, { ...AS_BILLED, amount: Number(quantity), roomId });
      }
    }
  }

  /**
   * Sticks of all rooms together: what is left of one room's stick serves the next. A room takes those it is billed by
   * rule, whatever quantity a person typed; with 0 the client brings them.
   */
  addSticks(rooms: readonly MeasuredRoomOfDraft[]): void {
    const built = rooms.flatMap(({ surveyed: { id, name, room, plan } }) => (room ? [{ id, name, room, plan }] : []));
    const materials = new Map(
      rooms.flatMap(({ surveyed, measured }) =>
        measured.ok ? [[surveyed.id, measured.build.canvas.film.material] as const] : [],
      ),
    );
    for (const [profile, rule] of Object.entries(this.ruleSet.sticks) as [StickProfile, StickRule][]) {
      const takes = (id: string): boolean =>
        materials.has(id) &&
        (rule.material ?? materials.get(id)) === materials.get(id) &&
        this.isBilled(id, this.billedStick(rule));
      for (const { count, sticks } of cuttingList(built, { [profile]: rule }, takes)) {
        const stickM = rule.stickMm / 1000;
        const portion = { ...AS_BILLED, pack: fromDouble(stickM), amount: count * stickM, roomId: null };
        const taken = this.add(substituted(rule.code, this.prices), portion);
        sticks.forEach(({ cuts }) => cuts.forEach(({ roomId }) => taken.rooms.add(roomId)));
      }
    }
  }

  /** Sticks that no rule bills by themselves are billed as the ordinary ones. */
  private billedStick({ code }: StickRule): string {
    return this.codes.has(code) ? code : this.ruleSet.sticks.ordinary.code;
  }

  private isBilled(roomId: string, code: string): boolean {
    const taken = substituted(code, this.prices);
    return this.result.lines.some(
      (line) => line.ruleKey !== null && line.roomId === roomId && line.code === taken && Number(line.quantity) > 0,
    );
  }

  items(): LoadListItem[] {
    const order = new Map(
      requiredItemCodes(this.ruleSet).map((code, index) => [substituted(code, this.prices), index]),
    );
    const rank = (code: string) => order.get(code) ?? order.size;
    return [...this.taken.values()]
      .filter(({ total }) => total >= LEAST)
      .sort((a, b) => rank(a.code) - rank(b.code))
      .map((taken) => this.item(taken));
  }

  private item({ code, total, rounding, isExplicit, pack, quantityUnit, rooms }: Taken): LoadListItem {
    const { quantity } = roundQuantity(total, { rounding, pack, isExplicit });
    const known = this.prices.priceBook.get(code);
    const billed = this.result.lines.filter((line) => line.code === code).map((line) => line.quantity);
    return {
      code,
      name: known?.name ?? code,
      unit: known?.unit ?? '',
      quantity,
      quantityUnit,
      packs: pack === null ? null : { count: Math.round(Number(quantity) / Number(pack)), size: pack },
      billed: sumDecimals(billed),
      roomIds: this.result.rooms.map(({ roomId }) => roomId).filter((roomId) => rooms.has(roomId)),
    };
  }

  /** A formula without a result gives out nothing; computeEstimate names it. */
  private addStock(
    { compiled, formulas }: Pick<MeasuredLines, 'formulas'> & { compiled: CompiledLine },
    { roomId, code, billed, typed = 1 }: { roomId: string; code: string; billed?: number; typed?: number },
  ): void {
    const stock = compiled.stock;
    const result = stock && formulas.quantity(stock, billed);
    const count = stock && countOf(compiled, formulas, typed);
    if (!stock || !result?.ok || count === null) {
      return;
    }
    const { rounding, pack = null, code: other } = compiled.rule.stock!;
    this.add(other === undefined ? code : substituted(other, this.prices), {
      amount: Math.max(0, result.value * count),
      rounding: rounding ?? defaultRounding(compiled.metres.stock!, this.ruleSet),
      isExplicit: rounding !== undefined,
      pack,
      quantityUnit: unitOf(compiled),
      roomId,
    });
  }

  /**
   * What is measured in other units is counted apart. The coarsest rounding of its lines is that of the whole, and the
   * first pack its pack.
   */
  private add(code: string, { amount, roomId, ...how }: Portion): Taken {
    const key = `${code} ${how.quantityUnit ?? ''}`;
    const taken = this.taken.get(key) ?? { ...how, code, total: 0, rooms: new Set<string>() };
    this.taken.set(key, taken);
    taken.total += amount;
    taken.pack ??= how.pack;
    if (isCoarser(how.rounding, taken.rounding)) {
      taken.rounding = how.rounding;
      taken.isExplicit = how.isExplicit;
    }
    if (roomId !== null && amount >= LEAST) {
      taken.rooms.add(roomId);
    }
    return taken;
  }
}

/** By a larger step; of equal steps the one that goes up. */
function isCoarser(rounding: Rounding | null, than: Rounding | null): boolean {
  if (!rounding || !than) {
    return rounding !== null;
  }
  const steps = compareDecimals(rounding.step, than.step);
  return steps > 0 || (steps === 0 && rounding.mode === 'up');
}

function codesOfItem(item: RuleItem): string[] {
  return item.by === 'code' ? [item.code] : Object.values(item.codes);
}

/** How many times what is computed a person has typed; 1 where nothing was computed to compare with. */
function typedShare({ overridden, quantity, computedQuantity }: EstimateLine): number {
  const computed = Number(computedQuantity ?? 0);
  return overridden && computed > 0 ? Number(quantity) / computed : 1;
}

/**
 * How many times the stock formula is meant: what is made of the billed quantity has the bundle in it already. Of a bundle
 * it is for as many as were billed, a quantity that a person typed among them.
 */
function countOf({ count, stock }: CompiledLine, formulas: MeasuredLines['formulas'], typed: number): number | null {
  if (count === null || stock!.formula.names.includes(BILLED_QUANTITY)) {
    return 1;
  }
  const result = formulas.quantity(count);
  return result.ok ? result.value * typed : null;
}

function unitOf({ metres: { quantity, stock } }: CompiledLine): LoadListItem['quantityUnit'] {
  if (quantity === null || stock === null || quantity === stock) {
    return null;
  }
  return stock === 0 ? 'pcs' : stock === 1 ? 'm' : 'm2';
}
