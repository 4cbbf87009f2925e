import { formulaTokens } from '@smet/estimating';
import type { FormulaToken } from '@smet/estimating';

/** What the pieces of a formula are called. */
export interface FormulaWords {
  name: (name: string) => string;
  function: (name: string) => string;
  unit: (unit: string) => string;
  word: (keyword: string) => string;
}

const SIGNS: Record<string, string> = { '*': '×', '/': '÷', '-': '−', '<=': '≤', '>=': '≥', '!=': '≠' };
const CLOSE_BEFORE: ReadonlySet<string> = new Set([')', ';', ',']);
const OPENING = '(';

function wordOf({ kind, text }: FormulaToken, words: FormulaWords): string {
  switch (kind) {
    case 'name':
      return words.name(text);
    case 'function':
      return words.function(text);
    case 'unit':
      return words.unit(text);
    case 'number':
      return text.replace('.', ',');
    case 'text':
      return words.name(text.replaceAll('"', ''));
    default:
      return SIGNS[text] ?? (/^[a-z]+$/.test(text) ? words.word(text) : text === ',' ? ';' : text);
  }
}

/** A formula as one would say it: "billed_area * 1.05" is "площадь × 1,05". */
export function formulaInWords(formula: string, words: FormulaWords): string {
  const tokens = formulaTokens(formula);
  return tokens
    .map((token, index) => {
      const before = tokens[index - 1];
      const isClose = before === undefined || before.text === OPENING || CLOSE_BEFORE.has(token.text);
      const opensCall = token.text === OPENING && before?.kind === 'function';
      return `${isClose || opensCall ? '' : ' '}${wordOf(token, words)}`;
    })
    .join('');
}
