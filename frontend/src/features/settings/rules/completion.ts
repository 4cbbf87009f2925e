import { formulaTokens } from '@smet/estimating';

/** A name or a function a formula may use, in words. */
export interface KnownName {
  name: string;
  /** What it is, as people of the trade call it. */
  title: string;
  /** "м²", "м", "шт"; empty for what has no unit. */
  unit: string;
  kind: 'measure' | 'value' | 'function';
}

export interface Completion {
  /** The part of the source that an option replaces. */
  from: number;
  to: number;
  options: KnownName[];
}

const MOST_OPTIONS = 8;
/** Russian letters too: whoever looks for «периметр» finds the name of it. */
const WORD_BEFORE = /[\p{L}_][\p{L}\d_.]*$/u;
const WORD_AFTER = /^[\p{L}\d_.]*/u;

/** What could be meant by the word at the caret; null where no word is being written or it is complete already. */
export function completionAt(source: string, caret: number, names: readonly KnownName[]): Completion | null {
  const before = WORD_BEFORE.exec(source.slice(0, caret))?.[0];
  if (before === undefined || isInText(source, caret)) return null;
  const after = WORD_AFTER.exec(source.slice(caret))?.[0] ?? '';
  const options = matchNames(before.toLowerCase(), names);
  const [only] = options;
  if (!only || (options.length === 1 && only.name === before + after)) return null;
  return { from: caret - before.length, to: caret + after.length, options };
}

/** All names for the asking, from the caret on. */
export function everyName(source: string, caret: number, names: readonly KnownName[]): Completion {
  return completionAt(source, caret, names) ?? { from: caret, to: caret, options: [...names] };
}

/** The source with the chosen name in it, and where the caret stands then. */
export function complete(
  source: string,
  { from, to }: Pick<Completion, 'from' | 'to'>,
  { name, kind }: KnownName,
): { source: string; caret: number } {
  const rest = source.slice(to);
  const inserted = kind === 'function' && !/^\s*\(/.test(rest) ? `${name}(` : name;
  return { source: source.slice(0, from) + inserted + rest, caret: from + inserted.length };
}

function isInText(source: string, caret: number): boolean {
  return formulaTokens(source).some(({ kind, from, to }) => kind === 'text' && from < caret && caret <= to);
}

/** Names that begin with the word first, then those a word of whose title does, then those that contain it anywhere. */
function matchNames(word: string, names: readonly KnownName[]): KnownName[] {
  const rankOf = ({ name, title }: KnownName): number => {
    const words = title.toLowerCase();
    if (name.startsWith(word)) return 0;
    if (words.split(/[\s,(]+/).some((one) => one.startsWith(word))) return 1;
    return name.includes(word) || words.includes(word) ? 2 : 3;
  };
  return names
    .map((known) => ({ known, rank: rankOf(known) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST_OPTIONS)
    .map(({ known }) => known);
}
