import type { CustomField, Item, ItemKind } from '@smet/api-client';
import type { ItemChange } from './use-save-item';

/** What the drawer edits, as texts of its fields. */
export interface ItemDraft {
  code: string;
  name: string;
  unit: string;
  kind: ItemKind;
  categoryId: string;
  norm: string;
  barcodes: readonly string[];
  /** Own fields by their keys. */
  fields: Readonly<Record<string, string>>;
}

export const EMPTY_ITEM: ItemDraft = {
  code: '',
  name: '',
  unit: '',
  kind: 'material',
  categoryId: '',
  norm: '',
  barcodes: [],
  fields: {},
};

export function draftOfItem({ code, name, unit, kind, category, norm, barcodes, fields }: Item): ItemDraft {
  const texts = Object.entries(fields).map(([key, value]) => [key, String(value).replace('.', decimalComma(value))]);
  return {
    code,
    name,
    unit,
    kind,
    categoryId: category.id,
    norm: norm ?? '',
    barcodes,
    fields: Object.fromEntries(texts) as Record<string, string>,
  };
}

const decimalComma = (value: unknown): string => (typeof value === 'number' ? ',' : '.');

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The value of an own field as the API takes it; null takes it away. Text that does not fit is left to the API to refuse. */
export function fieldValue(text: string, type: CustomField['type']): string | number | boolean | null {
  const clean = text.trim();
  if (clean === '') return null;
  if (type === 'boolean') return clean === 'true';
  if (type !== 'number') return clean;
  const number = Number(clean.replaceAll(/\s/g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : clean;
}

/** Only what differs from how it was. */
export function changeOfItem(
  was: ItemDraft,
  draft: ItemDraft,
  types: Readonly<Record<string, CustomField['type']>>,
): ItemChange {
  const texts = ['code', 'name', 'unit'] as const;
  const changed = Object.fromEntries(
    texts.filter((key) => draft[key].trim() !== was[key]).map((key) => [key, draft[key].trim()]),
  );
  const keys = Object.keys(types).filter((key) => (draft.fields[key] ?? '') !== (was.fields[key] ?? ''));
  const fields = Object.fromEntries(
    keys.map((key) => [key, fieldValue(draft.fields[key] ?? '', types[key] ?? 'text')]),
  );
  return {
    ...changed,
    ...(draft.kind !== was.kind && { kind: draft.kind }),
    ...(draft.categoryId !== was.categoryId && { categoryId: draft.categoryId }),
    ...(draft.norm.trim() !== was.norm && { norm: draft.norm.trim() || null }),
    ...(!same(draft.barcodes, was.barcodes) && { barcodes: [...draft.barcodes] }),
    ...(keys.length > 0 && { fields }),
  };
}

/** What both changed differently: shown before one's own is written over it. */
export function clashes(was: ItemDraft, mine: ItemDraft, theirs: ItemDraft): (keyof ItemDraft)[] {
  const keys = Object.keys(was) as (keyof ItemDraft)[];
  return keys.filter(
    (key) => !same(theirs[key], was[key]) && !same(mine[key], was[key]) && !same(mine[key], theirs[key]),
  );
}

/** What one did not touch follows the other's change; own fields each by itself. */
export function follow(was: ItemDraft, mine: ItemDraft, theirs: ItemDraft): ItemDraft {
  const kept = Object.fromEntries(
    Object.entries(mine).filter(([key, value]) => !same(value, was[key as keyof ItemDraft])),
  );
  const own = Object.entries(mine.fields).filter(([key, value]) => value !== (was.fields[key] ?? ''));
  return { ...theirs, ...kept, fields: { ...theirs.fields, ...Object.fromEntries(own) } };
}
