import type { Item } from '@smet/api-client';
import type { RuleSet, RuleSetProblem } from '@smet/estimating';
import type { KnownName } from './completion';

/** What every part of the rules page needs. */
export interface RulesPartProps {
  document: RuleSet;
  change: (document: RuleSet) => void;
  /** What is wrong with its formulas. */
  problems: readonly RuleSetProblem[];
  names: readonly KnownName[];
  /** By code. */
  items: ReadonlyMap<string, Item>;
  readOnly: boolean;
}

/** Of a part that is a list with one open entry; which, all lists share. */
export interface RulesOpenPartProps extends RulesPartProps {
  open: string | null;
  onOpen: (part: string | null) => void;
}
