import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

const isCountry = (country: string): country is CountryCode => Object.hasOwn(metadata.countries, country);

/**
 * A phone as typed to E.164 (`8 (999) 123-45-67` in RU or KZ → `+79991234567`), or null when it cannot be a number.
 * Only the possibility is checked (length for its country): numbering plans change faster than any library.
 * `country` is ISO 3166-1 alpha-2, the organization's: national numbers and the prefix 8 are read by it.
 */
export function normalizePhone(typed: string, country: string): string | null {
  const options = isCountry(country) ? { defaultCountry: country } : {};
  const phone = parsePhoneNumberFromString(typed.trim(), options, metadata);
  return phone?.isPossible() ? phone.number : null;
}
