export type FormulaErrorCode =
  // Reading
  | 'EMPTY'
  | 'TOO_LONG'
  | 'UNEXPECTED_CHARACTER'
  | 'NOT_ENGLISH_LETTER'
  | 'DECIMAL_COMMA'
  | 'TEXT_NOT_CLOSED'
  | 'UNIT_UNKNOWN'
  | 'UNEXPECTED_TOKEN'
  | 'UNEXPECTED_END'
  | 'NESTED_TOO_DEEP'
  // Meaning
  | 'UNKNOWN_NAME'
  | 'UNKNOWN_FUNCTION'
  | 'WRONG_ARGUMENT_COUNT'
  | 'TYPE_MISMATCH'
  // Named values
  | 'CYCLE'
  | 'NAME_TAKEN'
  | 'NAME_INVALID'
  // Values
  | 'DIVISION_BY_ZERO'
  | 'STEP_NOT_POSITIVE'
  | 'NUMBER_TOO_LARGE';

/** A place in the source: a 0-based offset in UTF-16 units, as editors count, and how many of them it takes. */
export interface Span {
  at: number;
  length: number;
}

/**
 * What is wrong and where. `params` hold what a message needs:
 * UNEXPECTED_CHARACTER { character }; NOT_ENGLISH_LETTER { letter, latin? } (the English letter that looks the same);
 * DECIMAL_COMMA { written, meant }; UNIT_UNKNOWN { unit, known }; UNEXPECTED_TOKEN { token, expected } and
 * UNEXPECTED_END { expected }, expected one of 'value', 'operator', ')'; TOO_LONG { characters } or { parts };
 * NESTED_TOO_DEEP { depth }; UNKNOWN_NAME and UNKNOWN_FUNCTION { name, nearest? }; WRONG_ARGUMENT_COUNT { name, given,
 * least, most? }; TYPE_MISMATCH { left, right } as typeLabel names them (at an operator its two sides, elsewhere what
 * stands there and what it should be); CYCLE { cycle } as "a → b → a"; NAME_TAKEN and NAME_INVALID { name };
 * NUMBER_TOO_LARGE { limit }.
 */
export interface FormulaError extends Span {
  code: FormulaErrorCode;
  params: Record<string, string | number>;
}

/** Builds an error about a place. */
export function formulaError(
  code: FormulaErrorCode,
  { at, length }: Span,
  params: FormulaError['params'] = {},
): FormulaError {
  return { code, at, length, params };
}
