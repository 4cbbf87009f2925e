import type { ImportColumn } from '../../imports/index.js';
import type { FieldDefinition } from '../../custom-fields/index.js';

/** What stands before the key of an own field in the key of its column. */
export const OWN = 'fields.';

const column = (key: string, title: string, ...synonyms: string[]): ImportColumn => ({
  key,
  title,
  required: false,
  type: 'text',
  synonyms: [...synonyms, key],
});

/** Clients are known by their first phone, those without one by their first e-mail: a row needs one of the two. */
export const CLIENT_COLUMNS: readonly ImportColumn[] = [
  column('name', 'Имя', 'Клиент', 'ФИО', 'Название', 'Наименование', 'Контакт'),
  column('phone', 'Телефон', 'Телефоны', 'Номер телефона', 'Мобильный', 'Тел.', 'Рабочий телефон'),
  column('email', 'Почта', 'E-mail', 'Email', 'Электронная почта', 'Рабочий email'),
  { ...column('kind', 'Вид', 'Тип', 'Тип клиента'), type: 'choice' },
  column('address', 'Адрес', 'Адреса'),
  column('source', 'Источник', 'Откуда'),
  column('tags', 'Метки', 'Теги', 'Метка'),
  column('comment', 'Комментарий', 'Примечание', 'Заметки'),
];

const TYPES = { text: 'text', number: 'number', date: 'date', boolean: 'choice', choice: 'choice' } as const;

/** A column for each own field that is offered now. */
export const ownColumns = (fields: readonly FieldDefinition[]): ImportColumn[] =>
  fields.map(({ key, name, unit, type }) => ({
    key: `${OWN}${key}`,
    title: unit === null ? name : `${name}, ${unit}`,
    required: false,
    type: TYPES[type],
    synonyms: [name],
  }));

export const KIND_TITLES = { person: 'человек', company: 'компания' } as const;

export const KIND_WORDS: Readonly<Record<string, 'person' | 'company'>> = {
  человек: 'person',
  'физ. лицо': 'person',
  физлицо: 'person',
  'физическое лицо': 'person',
  person: 'person',
  компания: 'company',
  организация: 'company',
  'юр. лицо': 'company',
  юрлицо: 'company',
  'юридическое лицо': 'company',
  company: 'company',
};
