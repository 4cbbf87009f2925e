import type { ProposalVariant } from '@smet/api-client';

/** More names than these say nothing to a client. */
const MOST_NAMES = 5;

export interface NamedDifference {
  names: string[];
  /** How many more there are. */
  more: number;
}

export interface VariantDifference {
  /** Above zero: dearer than the base. */
  toPayMinor: number;
  added: NamedDifference;
  removed: NamedDifference;
}

/** What a client gets and does without in a variant, against another one, by the names of things. */
export function differenceOf(variant: ProposalVariant, base: ProposalVariant): VariantDifference {
  const [here, there] = [namesOf(variant), namesOf(base)];
  return {
    toPayMinor: variant.toPayMinor - base.toPayMinor,
    added: cut([...here].filter((name) => !there.has(name))),
    removed: cut([...there].filter((name) => !here.has(name))),
  };
}

function namesOf({ lines }: ProposalVariant): Set<string> {
  return new Set(lines.map(({ name }) => name));
}

function cut(names: string[]): NamedDifference {
  const more = names.length - MOST_NAMES;
  return more > 1 ? { names: names.slice(0, MOST_NAMES), more } : { names, more: 0 };
}
