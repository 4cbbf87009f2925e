import { owned, type Row, type RowScope } from '../demo/rows.js';

/** The attributes of the trade every organization begins its items with; it renames, adds and archives its own. */
const ITEM_FIELDS = [
  { key: 'roll_width', name: 'Ширина рулона', type: 'number', unit: 'мм' },
  { key: 'shrink', name: 'Усадка', type: 'number', unit: '%' },
  { key: 'stick_length', name: 'Длина хлыста', type: 'number', unit: 'мм' },
  { key: 'colour', name: 'Цвет', type: 'text', unit: null },
  { key: 'maker', name: 'Производитель', type: 'text', unit: null },
  { key: 'pack', name: 'Упаковка', type: 'text', unit: null },
] as const;

export function itemFieldRows(scope: RowScope): Row[] {
  const at = { created_at: scope.since, updated_at: scope.since };
  return ITEM_FIELDS.map((field, position) => owned(scope, { subject: 'item', ...field, position, version: 1, ...at }));
}
