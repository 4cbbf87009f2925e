import type { AmocrmState, Contact, CustomField, EntityRow } from '../world.js';

/** `45000` → `45 000 ₽`, with ordinary spaces: the style keeps the number on one line. */
export function formatSum(amount: number, symbol: string): string {
  return `${new Intl.NumberFormat('ru-RU').format(amount).replaceAll(/\s/g, ' ')} ${symbol}`;
}

export function formatTime(seconds: number, timeZone: string): string {
  return new Intl.DateTimeFormat('ru-RU', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(seconds * 1000);
}

/** The custom fields of a row with their definitions, values as text. */
export function fieldsOf(state: AmocrmState, row: EntityRow): { field: CustomField; texts: string[] }[] {
  return row.values.flatMap(({ field_id, values }) => {
    const field = state.customFields.find((candidate) => candidate.id === field_id);
    return field ? [{ field, texts: values.map((value) => String(value['value'])) }] : [];
  });
}

export function textsOf(state: AmocrmState, contact: Contact, code: string): string[] {
  return fieldsOf(state, contact).find(({ field }) => field.code === code)?.texts ?? [];
}

/** Only web addresses become links: a stored `javascript:` must stay text. */
export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}
