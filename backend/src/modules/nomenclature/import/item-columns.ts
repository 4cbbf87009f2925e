import type { ItemKind } from '@smet/database';
import type { ImportColumn } from '../../imports/index.js';

export const MAX_CODE = 60;
export const MAX_NAME = 300;
export const MAX_UNIT = 20;
export const MAX_NORM = 500;
export const MAX_CATEGORY = 500;

/** What an item is, in the words of tables. */
export const KIND_TITLES: Readonly<Record<ItemKind, string>> = {
  material: 'материал',
  work: 'работа',
  service: 'услуга',
};

export const KIND_WORDS: Readonly<Record<string, ItemKind>> = {
  материал: 'material',
  материалы: 'material',
  товар: 'material',
  material: 'material',
  работа: 'work',
  работы: 'work',
  монтаж: 'work',
  work: 'work',
  услуга: 'service',
  услуги: 'service',
  service: 'service',
};

export const ITEM_COLUMNS: readonly ImportColumn[] = [
  { key: 'code', title: 'Артикул', required: true, type: 'text', synonyms: ['Код', 'Код товара', 'SKU', 'code'] },
  {
    key: 'name',
    title: 'Название',
    required: false,
    type: 'text',
    synonyms: ['Наименование', 'Номенклатура', 'Товар', 'Позиция', 'name'],
  },
  {
    key: 'unit',
    title: 'Единица',
    required: false,
    type: 'text',
    synonyms: ['Ед.', 'Ед. изм.', 'Ед. измерения', 'Единица измерения', 'unit'],
  },
  { key: 'kind', title: 'Вид', required: false, type: 'choice', synonyms: ['Тип', 'kind'] },
  {
    key: 'category',
    title: 'Категория',
    required: false,
    type: 'text',
    synonyms: ['Группа', 'Раздел', 'Группа товаров', 'category'],
  },
  { key: 'norm', title: 'Норма расхода', required: false, type: 'text', synonyms: ['Норма', 'Расход', 'norm'] },
];
