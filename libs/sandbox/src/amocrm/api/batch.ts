import { ItemProblems, Problem, refuseInvalid } from '../problems.js';

/** More rows in one write are refused with 422 [K:http-codes]. */
const MOST_ROWS = 250;

export type Item = Record<string, unknown>;

export interface BatchItem {
  readonly item: Item;
  readonly requestId: string;
  readonly problems: ItemProblems;
}

export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the array of a collection write. Rows that are not objects are refused at once. */
export function readBatch(body: unknown): BatchItem[] {
  if (isEmpty(body)) throw new Problem(400, 'Request data can not be empty');
  if (!Array.isArray(body)) return refuseShape();
  if (body.length > MOST_ROWS) throw new Problem(422, `Limit ${MOST_ROWS} per page`);
  const rows = body.map((item: unknown, index) => ({ item, ...identify(item, index) }));
  const strangers = rows.filter((row) => !isItem(row.item));
  for (const row of strangers) row.problems.add('InvalidType', '');
  refuseInvalid(strangers.map((row) => row.problems));
  return rows as BatchItem[];
}

/** Reads the object of a single PATCH. */
export function readSingle(body: unknown): BatchItem {
  if (isEmpty(body)) throw new Problem(400, 'Request data can not be empty');
  if (!isItem(body)) return refuseShape();
  return { item: body, ...identify(body, 0) };
}

function identify(item: unknown, index: number): { requestId: string; problems: ItemProblems } {
  const given = isItem(item) ? item['request_id'] : undefined;
  const requestId = typeof given === 'string' || typeof given === 'number' ? String(given) : String(index);
  return { requestId, problems: new ItemProblems(requestId) };
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}

function refuseShape(): never {
  const problems = new ItemProblems('0');
  problems.add('InvalidType', '');
  refuseInvalid([problems]);
  throw new Problem(400, 'Request validation failed');
}

/**
 * Reads an item key by key. Every key that was asked for is known; `refuseOthers` reports the rest as
 * FieldNotExpected. A null scalar counts as not sent (assumed).
 */
export class ItemReader {
  private readonly known = new Set<string>(['request_id']);

  constructor(
    private readonly item: Item,
    readonly problems: ItemProblems,
    private readonly prefix = '',
  ) {}

  text(key: string): string | undefined {
    return this.typed(key, (value) => typeof value === 'string') as string | undefined;
  }

  integer(key: string): number | undefined {
    return this.typed(key, (value) => Number.isSafeInteger(value)) as number | undefined;
  }

  flag(key: string): boolean | undefined {
    return this.typed(key, (value) => typeof value === 'boolean') as boolean | undefined;
  }

  list(key: string): unknown[] | undefined {
    return this.typed(key, (value) => Array.isArray(value)) as unknown[] | undefined;
  }

  object(key: string): Item | undefined {
    return this.typed(key, isItem) as Item | undefined;
  }

  /** The value as it was sent, null included. */
  raw(key: string): unknown {
    this.known.add(key);
    return this.item[key];
  }

  /** Keys that may be sent and mean nothing here. */
  ignore(...keys: string[]): void {
    for (const key of keys) this.known.add(key);
  }

  fail(code: 'NotSupportedChoice' | 'FieldMissing' | 'InvalidType' | 'NotUnique', key: string): void {
    this.problems.add(code, this.prefix + key);
  }

  refuseOthers(): void {
    for (const key of Object.keys(this.item)) {
      if (!this.known.has(key)) this.problems.add('FieldNotExpected', this.prefix + key);
    }
  }

  private typed(key: string, fits: (value: unknown) => boolean): unknown {
    const value = this.raw(key);
    if (value === undefined || value === null) return undefined;
    if (fits(value)) return value;
    this.fail('InvalidType', key);
    return undefined;
  }
}
