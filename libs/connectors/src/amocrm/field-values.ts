import type { AmocrmFieldValue } from './types.js';

/** The first value of the field with this code as text, or null. Numbers come as strings, but not from everyone. */
export function fieldText(fields: readonly AmocrmFieldValue[], code: string): string | null {
  const value = fields.find((field) => field.code === code)?.values[0]?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** All values of a field that holds several (PHONE, EMAIL) as they were typed. */
export function fieldTexts(fields: readonly AmocrmFieldValue[], code: string): string[] {
  const values = fields.find((field) => field.code === code)?.values ?? [];
  return values.flatMap(({ value }) => (typeof value === 'string' && value.trim() !== '' ? [value] : []));
}

/**
 * What two spellings of one phone have in common: the last ten digits (amoCRM's own calls are matched so). `+7…`, `8…`
 * and `7…` are different strings over there. Null when there are fewer than ten digits: too little to match people by.
 */
export function phoneKey(phone: string): string | null {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 10 ? null : digits.slice(-10);
}

export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
