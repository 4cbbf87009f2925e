import { fromDouble, isMinor, minorFromDecimal, parseDecimal } from '@smet/money';
import type { Cell, MappedRow, RowProblem } from '../../imports/index.js';

/** What table programs show where a formula failed. */
const CELL_ERRORS = new Set([
  '#N/A',
  '#REF!',
  '#DIV/0!',
  '#VALUE!',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#Н/Д',
  '#ССЫЛКА!',
  '#ЗНАЧ!',
]);
const UNSTORABLE = /\0|\p{Surrogate}/u;
const MONEY_PLACES = 2;
const SHOWN = 80;
/** What people write beside an amount. */
const CURRENCY = /\s*(?:₽|руб\.?|р\.?|₸|тг\.?|тенге|byn|бел\.?\s*руб\.?|rub|kzt)\s*$/iu;

/** Reads the cells of one row, collecting what is wrong with them. A blank cell says nothing about its column. */
export class RowReader {
  readonly problems: RowProblem[] = [];

  constructor(private readonly row: MappedRow) {}

  /** Null when the cell is blank, or wrong and told. */
  text(column: string, maxLength: number): string | null {
    const text = plainText(this.row.cells[column] ?? null);
    if (text === '') return null;
    if (CELL_ERRORS.has(text.toUpperCase())) return this.refuse(column, 'CELL_ERROR', { value: text });
    if (UNSTORABLE.test(text)) return this.refuse(column, 'IS_PLAIN_TEXT');
    if (text.length > maxLength) return this.refuse(column, 'MAX_LENGTH', { max: maxLength });
    return text;
  }

  required(column: string, maxLength: number): string | null {
    const told = this.problems.length;
    const text = this.text(column, maxLength);
    if (text === null && this.problems.length === told) this.refuse(column, 'IS_REQUIRED');
    return text;
  }

  /** One of the words, in any case. */
  choice<T extends string>(column: string, words: Readonly<Record<string, T>>): T | null {
    const text = this.text(column, SHOWN);
    if (text === null) return null;
    return words[text.toLowerCase()] ?? this.refuse(column, 'IS_IN', { value: text });
  }

  /** In minor units; nothing is rounded. */
  money(column: string): number | null {
    const cell = this.row.cells[column] ?? null;
    const decimal = typeof cell === 'number' ? fromDouble(cell) : this.text(column, SHOWN)?.replace(CURRENCY, '');
    if (decimal === undefined) return null;
    const exact = parseDecimal(decimal, { scale: MONEY_PLACES, max: '90000000000000' });
    const minor = exact === null ? null : minorFromDecimal(exact);
    if (minor !== null && isMinor(minor)) return minor;
    return this.refuse(column, 'IS_MONEY', { value: String(cell).slice(0, SHOWN) });
  }

  private refuse(column: string, code: string, params?: RowProblem['params']): null {
    this.problems.push({ column, code, ...(params && { params }) });
    return null;
  }
}

function plainText(cell: Cell): string {
  // A code typed as a number: without the exponent long ones are shown with.
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return cell.toFixed(0);
  return String(cell ?? '').trim();
}
