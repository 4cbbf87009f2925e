import { checkFormula } from './check.js';
import { assembleFormula } from './compile.js';
import type { CompiledFormula } from './compile.js';
import { formulaError } from './formula-error.js';
import type { FormulaError, Span } from './formula-error.js';
import { FUNCTION_NAMES } from './functions.js';
import { Suggestions } from './nearest.js';
import { parseFormula } from './parse.js';
import type { ParsedFormula } from './parse.js';
import { KEYWORDS } from './tokens.js';
import type { FormulaType } from './types.js';

/** A named intermediate value as written. */
export interface Definition {
  name: string;
  source: string;
}

/** A named intermediate value ready to be evaluated. */
export interface CompiledDefinition {
  name: string;
  formula: CompiledFormula;
}

/** A mistake in a definition. Of NAME_TAKEN and NAME_INVALID the place is the beginning of the source, without length. */
export interface DefinitionError {
  name: string;
  error: FormulaError;
}

/** What was compiled: all of them, or those that neither are wrong nor use a wrong one. */
export type DefinitionsResult =
  | { ok: true; definitions: CompiledDefinition[] }
  | { ok: false; errors: DefinitionError[]; definitions: CompiledDefinition[] };

interface Entry extends Definition {
  parsed: ParsedFormula;
  /** The other definitions it uses and where. */
  uses: ReadonlyMap<string, Span>;
}

const NAME = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/;
const NO_PLACE: Span = { at: 0, length: 0 };

/**
 * Compiles values that may use each other in any order, besides the given names. The answer is in order of evaluation:
 * each after those it uses. A definition that uses a wrong one is not blamed for it. Never throws.
 */
export function compileDefinitions(
  definitions: readonly Definition[],
  names: ReadonlyMap<string, FormulaType>,
  suggestions = new Suggestions(),
): DefinitionsResult {
  const errors: DefinitionError[] = [];
  const entries = readEntries(definitions, names, errors);
  const order = sortByUse(entries);
  errors.push(...findCycles(entries, order));

  const known = new Map<string, FormulaType | null>(names);
  for (const name of entries.keys()) {
    known.set(name, null);
  }
  const compiled = new Map<string, CompiledDefinition>();
  for (const { name, source, parsed, uses } of order) {
    if (!parsed.ok) {
      errors.push(...parsed.errors.map((error) => ({ name, error })));
      continue;
    }
    const checked = checkFormula(parsed.root, known, suggestions);
    if (!checked.ok) {
      errors.push(...checked.errors.map((error) => ({ name, error })));
    } else if (checked.type !== null) {
      known.set(name, checked.type);
      if ([...uses.keys()].every((used) => compiled.has(used))) {
        const about = { source, type: checked.type, names: [...parsed.names.keys()] };
        compiled.set(name, { name, formula: assembleFormula(about, checked.code) });
      }
    }
  }
  const sound = [...compiled.values()];
  return errors.length > 0 ? { ok: false, errors, definitions: sound } : { ok: true, definitions: sound };
}

function readEntries(
  definitions: readonly Definition[],
  names: ReadonlyMap<string, FormulaType>,
  errors: DefinitionError[],
): Map<string, Entry> {
  const taken = new Set<string>([...names.keys(), ...KEYWORDS, ...FUNCTION_NAMES]);
  const accepted: Definition[] = [];
  for (const definition of definitions) {
    const { name } = definition;
    const code = taken.has(name) ? 'NAME_TAKEN' : NAME.test(name) ? null : 'NAME_INVALID';
    if (code === null) {
      taken.add(name);
      accepted.push(definition);
    } else {
      errors.push({ name, error: formulaError(code, NO_PLACE, { name }) });
    }
  }
  const own = new Set(accepted.map(({ name }) => name));
  return new Map(
    accepted.map((definition) => {
      const parsed = parseFormula(definition.source);
      const used = parsed.ok ? [...parsed.names].filter(([name]) => own.has(name)) : [];
      return [definition.name, { ...definition, parsed, uses: new Map(used) }];
    }),
  );
}

/** Those that can be evaluated, each after all it uses; without those on a cycle and those that use them. */
function sortByUse(entries: ReadonlyMap<string, Entry>): Entry[] {
  const waitingFor = new Map<string, number>();
  const usedBy = new Map<string, Entry[]>();
  for (const entry of entries.values()) {
    waitingFor.set(entry.name, entry.uses.size);
    for (const used of entry.uses.keys()) {
      usedBy.set(used, [...(usedBy.get(used) ?? []), entry]);
    }
  }
  const order = [...entries.values()].filter((entry) => entry.uses.size === 0);
  // The list grows while it is walked: who waits for nothing any more comes to its end.
  for (const entry of order) {
    for (const user of usedBy.get(entry.name) ?? []) {
      const left = (waitingFor.get(user.name) ?? 0) - 1;
      waitingFor.set(user.name, left);
      if (left === 0) {
        order.push(user);
      }
    }
  }
  return order;
}

/** Walks from each unsorted definition to an unsorted one it uses until a name comes again: that is a cycle. */
function findCycles(entries: ReadonlyMap<string, Entry>, order: readonly Entry[]): DefinitionError[] {
  const sorted = new Set(order.map(({ name }) => name));
  const seen = new Set<string>();
  const errors: DefinitionError[] = [];
  for (const start of entries.keys()) {
    const path: string[] = [];
    let name: string | undefined = sorted.has(start) ? undefined : start;
    while (name !== undefined && !seen.has(name)) {
      seen.add(name);
      path.push(name);
      name = [...(entries.get(name)?.uses.keys() ?? [])].find((used) => !sorted.has(used));
    }
    const cycle = name === undefined || !path.includes(name) ? [] : path.slice(path.indexOf(name));
    errors.push(...cycle.map((member, index) => cycleError(entries, cycle, { member, index })));
  }
  return errors;
}

/** The cycle as the member sees it, at the place where it uses the next one. */
function cycleError(
  entries: ReadonlyMap<string, Entry>,
  cycle: readonly string[],
  { member, index }: { member: string; index: number },
): DefinitionError {
  const round = [...cycle.slice(index), ...cycle.slice(0, index), member];
  const place = entries.get(member)?.uses.get(round[1] ?? member) ?? NO_PLACE;
  return { name: member, error: formulaError('CYCLE', place, { cycle: round.join(' → ') }) };
}
