import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

/** Countries whose people dial 8 before a national number; both share the calling code 7. */
const EIGHT_PREFIX = /^8(\d{10})$/;

const isCountry = (country: string): country is CountryCode => Object.hasOwn(metadata.countries, country);

/**
 * A phone as typed to E.164 (`8 (999) 123-45-67` in RU or KZ → `+79991234567`), or null when it cannot be a number.
 * Only the possibility is checked (length for its country): numbering plans change faster than any library.
 * `country` is ISO 3166-1 alpha-2, the organization's.
 */
export function normalizePhone(typed: string, country: string): string | null {
  const text = typed.trim();
  const digits = text.replace(/\D/g, '');
  const eight = EIGHT_PREFIX.exec(digits);
  const international = eight && !text.startsWith('+') && (country === 'RU' || country === 'KZ');
  const candidate = international ? `+7${eight[1]}` : text;
  const options = isCountry(country) ? { defaultCountry: country } : {};
  const phone = parsePhoneNumberFromString(candidate, options, metadata);
  return phone?.isPossible() ? phone.number : null;
}
