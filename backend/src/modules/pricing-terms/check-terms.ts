import { minorFromDecimal, sumMinor, vatRegimesOf } from '@smet/money';
import type { InvalidParam } from '../../platform/http/index.js';
import type { OrganizationTerms } from './default-terms.js';

/** A percent with two digits after the point, counted in its hundredths. */
const WHOLE = minorFromDecimal('100');

/** What is wrong with terms whose fields are each well formed; `categoryIds` are those of the organization. */
export function termsProblems(
  terms: OrganizationTerms,
  country: string,
  categoryIds: ReadonlySet<string>,
): InvalidParam[] {
  return [...roundingProblems(terms), ...vatProblems(terms, country), ...scheduleProblems(terms)].concat(
    terms.excludedCategoryIds.flatMap((id, index) =>
      categoryIds.has(id) ? [] : [{ path: `excludedCategoryIds.${index}`, code: 'CATEGORY_UNKNOWN' }],
    ),
  );
}

function roundingProblems({ rounding }: OrganizationTerms): InvalidParam[] {
  const levelled = 'level' in rounding && rounding.level !== undefined;
  if (rounding.policy === 'published' && !levelled) return [{ path: 'rounding.level', code: 'LEVEL_MISSING' }];
  if (rounding.policy === 'half-up' && levelled) return [{ path: 'rounding.level', code: 'LEVEL_NOT_USED' }];
  return [];
}

/** A regime the country does not have would leave every estimate without a rate. */
function vatProblems({ vat }: OrganizationTerms, country: string): InvalidParam[] {
  const values = vatRegimesOf(country);
  if (vat.mode === 'none' || values.includes(vat.regime)) return [];
  return [{ path: 'vat.regime', code: 'REGIME_UNKNOWN', params: { country, values } }];
}

function scheduleProblems({ schedule }: OrganizationTerms): InvalidParam[] {
  const sum = sumMinor(schedule.map(({ percent }) => minorFromDecimal(percent)));
  return sum === WHOLE ? [] : [{ path: 'schedule', code: 'NOT_WHOLE', params: { sum: sum / 100 } }];
}
