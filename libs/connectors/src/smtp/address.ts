import { MAX_ADDRESS_LENGTH } from './limits.js';

/** One mailbox: the name people see (may be empty) and the address that is delivered to. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** No blanks, no control characters, nothing that means a list, a group, a comment or a route in a header. */
const ADDRESS = /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u;
const NAMED = /^(?<name>[^<>\p{C}]*)<(?<address>[^<>]+)>$/u;

/** Whether the text is exactly one address that can stand in a header and an envelope as it is. */
export function isMailAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}

/** Reads `Name <mail@firm.ru>`, `"Name" <mail@firm.ru>` or `mail@firm.ru`; null when it is none of them. */
export function parseMailbox(text: string): Mailbox | null {
  const trimmed = text.trim();
  if (isMailAddress(trimmed)) return { name: '', address: trimmed };
  const { name, address } = NAMED.exec(trimmed)?.groups ?? {};
  if (name === undefined || address === undefined || !isMailAddress(address)) return null;
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
}
