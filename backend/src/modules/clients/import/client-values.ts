import { isEmail } from 'class-validator';
import { isStorableText } from '../../../platform/http/plain-text.js';
import { readFieldText, type FieldDefinition, type FieldValue } from '../../custom-fields/index.js';
import type { Cell, MappedRow, RowProblem } from '../../imports/index.js';
import { normalizePhone } from '../phone-numbers.js';
import { KIND_WORDS, OWN } from './client-columns.js';

/** What a row says of a client; what it does not say is not there. Lists are added to, never replaced. */
export interface ClientValues {
  readonly name?: string;
  readonly kind?: 'person' | 'company';
  readonly source?: string;
  readonly comment?: string;
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** E.164; the first is who it is. */
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly string[];
  readonly tags?: readonly string[];
}

/** What rows are read with. */
export interface Reading {
  /** Of the organization: national numbers are read by it. */
  readonly country: string;
  readonly fields: readonly FieldDefinition[];
}

const LIMITS: Readonly<Record<string, number>> = { name: 200, source: 100, comment: 5000, address: 500, tags: 50 };
/** Of one client; the rest is a mistake in the file. */
const MOST = 20;
const SHOWN = 80;

/** Reads one row, collecting what is wrong with it. A blank cell says nothing. */
export function readClient(row: MappedRow, reading: Reading): { values: ClientValues; problems: RowProblem[] } {
  const reader = new CellReader(row);
  const values = {
    name: reader.text('name'),
    kind: reader.choice('kind'),
    source: reader.text('source'),
    comment: reader.text('comment'),
    fields: reader.fields(reading.fields),
    phones: reader.list('phone', /[,;\n]/, (one) => normalizePhone(one, reading.country), 'IS_PHONE'),
    emails: reader.list('email', /[,;\s]/, (one) => (isEmail(one) && one.length <= 254 ? one : null), 'IS_EMAIL'),
    addresses: reader.list('address', /[;\n]/, (one) => within(one, 'address'), 'MAX_LENGTH'),
    tags: reader.list('tags', /[,;\n]/, (one) => within(one, 'tags'), 'MAX_LENGTH'),
  };
  const told = Object.entries(values).filter(([, value]) => value !== null);
  return { values: Object.fromEntries(told), problems: reader.problems };
}

const within = (text: string, column: string) => (text.length <= (LIMITS[column] ?? 0) ? text : null);

class CellReader {
  readonly problems: RowProblem[] = [];

  constructor(private readonly row: MappedRow) {}

  text(column: string): string | null {
    const text = plain(this.row.cells[column] ?? null);
    const max = LIMITS[column];
    if (text === '') return null;
    if (!isStorableText(text)) return this.refuse(column, 'IS_PLAIN_TEXT');
    return max !== undefined && text.length > max ? this.refuse(column, 'MAX_LENGTH', { max }) : text;
  }

  choice(column: string): 'person' | 'company' | null {
    const text = this.text(column);
    return text === null
      ? null
      : (KIND_WORDS[text.toLowerCase()] ?? this.refuse(column, 'IS_IN', { value: short(text) }));
  }

  /** Each part once, as `read` makes of it; null is what it cannot be. */
  list(column: string, between: RegExp, read: (part: string) => string | null, code: string): string[] | null {
    const text = plain(this.row.cells[column] ?? null);
    const parts = text.split(between).flatMap((part) => part.trim() || []);
    if (parts.length > MOST) return this.refuse(column, 'TOO_MANY', { max: MOST });
    const values: string[] = [];
    for (const part of parts) {
      const value = isStorableText(part) ? read(part) : null;
      if (value === null) return this.refuse(column, code, { value: short(part), max: LIMITS[column] ?? 0 });
      if (!values.some((known) => known.toLowerCase() === value.toLowerCase())) values.push(value);
    }
    return values.length === 0 ? null : values;
  }

  fields(definitions: readonly FieldDefinition[]): Record<string, FieldValue> | null {
    const values: Record<string, FieldValue> = {};
    for (const field of definitions) {
      const column = `${OWN}${field.key}`;
      const text = plain(this.row.cells[column] ?? null);
      const value = readFieldText(field, text);
      if (value === undefined) this.refuse(column, 'IS_IN', { value: short(text) });
      else if (value !== null) values[field.key] = value;
    }
    return Object.keys(values).length === 0 ? null : values;
  }

  private refuse(column: string, code: string, params?: RowProblem['params']): null {
    this.problems.push({ column, code, ...(params && { params }) });
    return null;
  }
}

const short = (text: string) => text.slice(0, SHOWN);

/** A number typed without quotes is a number to a table program: a phone has no exponent. */
function plain(cell: Cell): string {
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return cell.toFixed(0);
  return String(cell ?? '').trim();
}
