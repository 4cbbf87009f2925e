import { formulaError } from './formula-error.js';
import type { FormulaError, Span } from './formula-error.js';
import { KNOWN_UNITS, unitOf } from './units.js';

/** A piece of a formula. `true` and `false` count as numbers, `and`, `or`, `not`, brackets and separators as operators. */
export interface FormulaToken {
  kind: 'number' | 'name' | 'text' | 'operator' | 'function' | 'unit' | 'other';
  from: number;
  to: number;
  text: string;
}

/** All tokens of a source (blanks left out) and what could not be read; each unreadable piece is a token `other`. */
export interface TokenizedFormula {
  tokens: FormulaToken[];
  errors: FormulaError[];
}

/** Words that can never be names. */
export const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'true', 'false']);

const BLANKS = /\s+/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y;
const TEXT = /"[^"]*("?)/y;
const OPERATOR = /<=|>=|!=|[-+*/=<>(),;]/y;
const FOREIGN_LETTERS = /(?:(?![A-Za-z])[\p{L}\p{M}])+/uy;
const OPENING_BRACKET = /\s*\(/y;
const DECIMAL_COMMA = /,\d+/y;

/** Letters one types without noticing that the keyboard is Russian. */
const LATIN_TWINS: ReadonlyMap<string, string> = new Map(
  Object.entries({ а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', к: 'k', м: 'm', о: 'o', р: 'p', т: 't', у: 'y', х: 'x' }),
);

/** The pieces of a formula for highlighting; works on broken sources too, and on long ones in one pass. */
export function formulaTokens(source: string): FormulaToken[] {
  return tokenize(source).tokens;
}

/** Cuts a source into tokens. Never throws, takes time in proportion to the length. */
export function tokenize(source: string): TokenizedFormula {
  const found: TokenizedFormula = { tokens: [], errors: [] };
  let at = 0;
  while (at < source.length) {
    const blanks = matchAt(BLANKS, source, at);
    at += blanks?.[0].length ?? readToken(source, at, found);
  }
  return found;
}

/** Reads one token and answers its length. */
function readToken(source: string, at: number, found: TokenizedFormula): number {
  const add = (kind: FormulaToken['kind'], text: string): number => {
    found.tokens.push({ kind, from: at, to: at + text.length, text });
    return text.length;
  };
  const number = matchAt(NUMBER, source, at)?.[0];
  if (number !== undefined) {
    reportDecimalComma(source, at, { number, errors: found.errors });
    return add('number', number);
  }
  const word = matchAt(WORD, source, at)?.[0];
  if (word !== undefined) {
    const kind = kindOfWord(word, matchAt(OPENING_BRACKET, source, at + word.length) !== null, found.tokens.at(-1));
    if (kind === 'unit' && unitOf(word) === undefined) {
      const span = { at, length: word.length };
      found.errors.push(formulaError('UNIT_UNKNOWN', span, { unit: word, known: KNOWN_UNITS }));
    }
    return add(kind, word);
  }
  const operator = matchAt(OPERATOR, source, at)?.[0];
  if (operator !== undefined) {
    return add('operator', operator);
  }
  if (source[at] === '%' && isLiteralNumber(found.tokens.at(-1))) {
    return add('unit', '%');
  }
  const text = matchAt(TEXT, source, at);
  if (text !== null) {
    if (text[1] === '') {
      found.errors.push(formulaError('TEXT_NOT_CLOSED', { at, length: text[0].length }));
    }
    return add('text', text[0]);
  }
  const unreadable = readUnreadable(source, at);
  found.errors.push(unreadable.error);
  return add('other', unreadable.text);
}

function kindOfWord(word: string, called: boolean, before: FormulaToken | undefined): FormulaToken['kind'] {
  if (KEYWORDS.has(word)) {
    return word === 'true' || word === 'false' ? 'number' : 'operator';
  }
  if (called) {
    return 'function';
  }
  return isLiteralNumber(before) ? 'unit' : 'name';
}

function isLiteralNumber(token: FormulaToken | undefined): boolean {
  return token?.kind === 'number' && !KEYWORDS.has(token.text);
}

/**
 * Figures on both sides of a comma are refused even between arguments: `max(x, 0,5)` would quietly be another number
 * than was meant. Arguments that are both numbers take a blank or a semicolon.
 */
function reportDecimalComma(
  source: string,
  at: number,
  { number, errors }: { number: string; errors: FormulaError[] },
): void {
  const fraction = matchAt(DECIMAL_COMMA, source, at + number.length)?.[0];
  if (fraction === undefined || number.includes('.')) {
    return;
  }
  const span: Span = { at: at + number.length, length: 1 };
  const params = { written: number + fraction, meant: `${number}.${fraction.slice(1)}` };
  errors.push(formulaError('DECIMAL_COMMA', span, params));
}

function readUnreadable(source: string, at: number): { text: string; error: FormulaError } {
  const letters = matchAt(FOREIGN_LETTERS, source, at)?.[0];
  if (letters !== undefined) {
    const letter = String.fromCodePoint(letters.codePointAt(0) ?? 0);
    const latin = LATIN_TWINS.get(letter.toLowerCase());
    const params: FormulaError['params'] = latin === undefined ? { letter } : { letter, latin };
    return { text: letters, error: formulaError('NOT_ENGLISH_LETTER', { at, length: letters.length }, params) };
  }
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const error = formulaError('UNEXPECTED_CHARACTER', { at, length: character.length }, { character });
  return { text: character, error };
}

function matchAt(sticky: RegExp, source: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(source);
}
