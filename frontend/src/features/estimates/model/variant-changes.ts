import type { ManualLine, Specification } from '@smet/estimating';
import type { CoefficientField, StageField, VariantForm } from './types';
import { manualKey } from './variant-form';

/** Everything that can be changed in a variant: lines, discounts, coefficients, schedule and what it is made of. */
export type VariantChange =
  /** In percent, of everything without a discount of its own. */
  | { type: 'discount'; text: string }
  /** Of a line (see EstimateLine.key); null takes its own discount away. */
  | { type: 'line-discount'; lineKey: string; text: string | null }
  | { type: 'category-discount'; categoryId: string; text: string | null }
  /** A hand-changed quantity of a line by rule; null puts the computed one back. */
  | { type: 'override'; roomId: string; ruleKey: string; quantity: string | null }
  | { type: 'add-line'; line: ManualLine }
  | { type: 'line-quantity'; id: string; quantity: string }
  | { type: 'remove-line'; id: string }
  | { type: 'restore-line'; line: ManualLine; index: number }
  | { type: 'add-coefficient'; coefficient: CoefficientField }
  | { type: 'coefficient'; id: string; change: Partial<Omit<CoefficientField, 'id'>> }
  | { type: 'remove-coefficient'; id: string }
  | { type: 'restore-coefficient'; coefficient: CoefficientField; index: number }
  /** Null: that of the organization again. Changes with the same gesture, typing in one field, are one step to undo. */
  | { type: 'schedule'; stages: StageField[] | null; gesture?: string }
  | { type: 'variant-name'; name: string }
  | { type: 'specification'; specification: Specification };

type OfType<T extends VariantChange['type']> = Extract<VariantChange, { type: T }>;

export const insertAt = <T>(list: readonly T[], index: number, ...values: T[]): T[] => [
  ...list.slice(0, index),
  ...values,
  ...list.slice(index),
];

/** The one with the same id is back already: by undo, or by a second click. */
const withBack = <T extends { id: string }>(list: T[], value: T, index: number): T[] =>
  list.some(({ id }) => id === value.id) ? list : insertAt(list, index, value);

const withoutId = <T extends { id: string }>(list: readonly T[], id: string): T[] =>
  list.filter((known) => known.id !== id);

/** The entry stays where it stands while it is typed in; null takes it away. */
function withEntry<T>(list: T[], is: (known: T) => boolean, entry: T | null): T[] {
  if (entry === null) return list.filter((known) => !is(known));
  return list.some(is) ? list.map((known) => (is(known) ? entry : known)) : [...list, entry];
}

function withOverride(variant: VariantForm, { roomId, ruleKey, quantity }: OfType<'override'>): VariantForm {
  const entry = quantity === null ? null : { roomId, ruleKey, quantity };
  const is = (known: { roomId: string; ruleKey: string }): boolean =>
    known.roomId === roomId && known.ruleKey === ruleKey;
  return { ...variant, overrides: withEntry(variant.overrides, is, entry) };
}

function withLineDiscount(variant: VariantForm, { lineKey, text }: OfType<'line-discount'>): VariantForm {
  const entry = text === null ? null : { lineKey, text };
  return { ...variant, lineDiscounts: withEntry(variant.lineDiscounts, (known) => known.lineKey === lineKey, entry) };
}

function withCategoryDiscount(variant: VariantForm, { categoryId, text }: OfType<'category-discount'>): VariantForm {
  const entry = text === null ? null : { categoryId, text };
  const is = (known: { categoryId: string }): boolean => known.categoryId === categoryId;
  return { ...variant, categoryDiscounts: withEntry(variant.categoryDiscounts, is, entry) };
}

const changes: { [T in VariantChange['type']]: (variant: VariantForm, change: OfType<T>) => VariantForm } = {
  discount: (variant, { text }) => ({ ...variant, discount: text }),
  'line-discount': withLineDiscount,
  'category-discount': withCategoryDiscount,
  override: withOverride,
  'add-line': (variant, { line }) => ({ ...variant, manualLines: [...variant.manualLines, line] }),
  'line-quantity': (variant, { id, quantity }) => ({
    ...variant,
    manualLines: variant.manualLines.map((line) => (line.id === id ? { ...line, quantity } : line)),
  }),
  'remove-line': (variant, { id }) => ({ ...variant, manualLines: withoutId(variant.manualLines, id) }),
  'restore-line': (variant, { line, index }) => ({
    ...variant,
    manualLines: withBack(variant.manualLines, line, index),
  }),
  'add-coefficient': (variant, { coefficient }) => ({
    ...variant,
    coefficients: [...variant.coefficients, coefficient],
  }),
  coefficient: (variant, { id, change }) => ({
    ...variant,
    coefficients: variant.coefficients.map((known) => (known.id === id ? { ...known, ...change } : known)),
  }),
  'remove-coefficient': (variant, { id }) => ({ ...variant, coefficients: withoutId(variant.coefficients, id) }),
  'restore-coefficient': (variant, { coefficient, index }) => ({
    ...variant,
    coefficients: withBack(variant.coefficients, coefficient, index),
  }),
  schedule: (variant, { stages }) => ({ ...variant, schedule: stages }),
  'variant-name': (variant, { name }) => ({ ...variant, name }),
  specification: (variant, { specification }) => ({ ...variant, specification }),
};

export const isVariantChange = (action: { type: string }): action is VariantChange => action.type in changes;

export function changeVariant(variant: VariantForm, change: VariantChange): VariantForm {
  const apply = changes[change.type] as (variant: VariantForm, change: VariantChange) => VariantForm;
  return apply(variant, change);
}

/** What successive changes of a variant must share to be one step to undo; null for those that are a step each. */
export function stepOfVariant(change: VariantChange): string | null {
  switch (change.type) {
    case 'discount':
    case 'variant-name':
      return change.type;
    case 'line-discount':
      return `discount of ${change.lineKey}`;
    case 'category-discount':
      return `discount of category ${change.categoryId}`;
    case 'override':
      return `override ${change.roomId} ${change.ruleKey}`;
    case 'line-quantity':
      return `line ${change.id}`;
    case 'coefficient':
      return `coefficient ${change.id} ${Object.keys(change.change).join(' ')}`;
    case 'schedule':
      return change.gesture === undefined ? null : `schedule ${change.gesture}`;
    default:
      return null;
  }
}

/** What a variant has beside the rooms themselves that belongs to some of them. */
export type OfRooms = Pick<VariantForm, 'overrides' | 'manualLines' | 'coefficients' | 'lineDiscounts'>;

function splitLists(variant: VariantForm, rooms: ReadonlySet<string | null>): { of: OfRooms; others: OfRooms } {
  const { overrides, manualLines, coefficients, lineDiscounts } = variant;
  const keys = new Set(manualLines.filter(({ roomId }) => rooms.has(roomId)).map(({ id }) => manualKey(id)));
  const isOfRoom = ({ lineKey }: { lineKey: string }): boolean =>
    keys.has(lineKey) || rooms.has(lineKey.slice(0, lineKey.indexOf(':')));
  const pick = (wanted: boolean): OfRooms => ({
    overrides: overrides.filter(({ roomId }) => rooms.has(roomId) === wanted),
    manualLines: manualLines.filter(({ roomId }) => rooms.has(roomId) === wanted),
    coefficients: coefficients.filter(({ roomId }) => rooms.has(roomId) === wanted),
    lineDiscounts: lineDiscounts.filter((discount) => isOfRoom(discount) === wanted),
  });
  return { of: pick(true), others: pick(false) };
}

export const contentOfRooms = (variant: VariantForm, rooms: ReadonlySet<string | null>): OfRooms =>
  splitLists(variant, rooms).of;

/** The very same variant when nothing in it belongs to them. */
export function withoutRooms(variant: VariantForm, rooms: ReadonlySet<string | null>): VariantForm {
  const { of, others } = splitLists(variant, rooms);
  return Object.values(of).every(({ length }) => length === 0) ? variant : { ...variant, ...others };
}

export const withContentBack = (variant: VariantForm, content: OfRooms): VariantForm => ({
  ...variant,
  overrides: [...variant.overrides, ...content.overrides],
  manualLines: [...variant.manualLines, ...content.manualLines],
  coefficients: [...variant.coefficients, ...content.coefficients],
  lineDiscounts: [...variant.lineDiscounts, ...content.lineDiscounts],
});
