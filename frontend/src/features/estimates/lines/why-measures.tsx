'use client';

import type { ExplainedMeasure, ExplanationTerm, ExplanationTermName } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import { formulaInWords } from './formula-words';
import { useMeasureWords } from './use-measure-words';
import classes from './lines.module.css';

/** Measures are kept to nine places; people read four. */
const READABLE_PLACES = 4;

export function readable(value: string): string {
  const [whole = '0', fraction = ''] = value.split('.');
  if (fraction.length <= READABLE_PLACES) return formatDecimal(value);
  return `${formatDecimal(`${whole}.${fraction.slice(0, READABLE_PLACES)}`)}…`;
}

/** Every measure of a formula with its value, and what that consists of. */
export function WhyMeasures({ measures }: { measures: readonly ExplainedMeasure[] }) {
  if (measures.length === 0) return null;
  return (
    <table className={classes.terms}>
      {measures.map((measure) => (
        <tbody key={measure.name}>
          <MeasureRow measure={measure} />
          {measure.terms.map((term, index) => (
            <TermRow key={index} term={term} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const UNITS = ['m', 'm2', 'pcs'] as const;
type Unit = (typeof UNITS)[number];
const isUnit = (unit: string): unit is Unit => UNITS.includes(unit as Unit);

function MeasureRow({ measure: { name, value, formula, unit } }: { measure: ExplainedMeasure }) {
  const t = useTranslations('estimates.why');
  const units = useTranslations('estimates.units');
  const words = useMeasureWords();
  const shown =
    unit === 'boolean' ? t(value === 'true' ? 'yes' : 'no') : unit === 'text' ? words.name(value) : readable(value);
  return (
    <tr className={classes.measure}>
      <th scope="row">
        {words.name(name)}
        {formula !== undefined && <small className={classes.madeOf}>= {formulaInWords(formula, words)}</small>}
      </th>
      <td className="tabular">
        {shown} {isUnit(unit) && unit !== 'pcs' && units(unit)}
      </td>
    </tr>
  );
}

const WORDS: readonly ExplanationTermName[] = [
  'seam',
  'shrink',
  'inner_corners',
  'outer_corners',
  'cutout_corners',
  'free_corners',
  'spotlights',
  'spotlights_on_plan',
  'chandeliers',
  'chandeliers_on_plan',
];
const isWord = (name: string): name is ExplanationTermName => WORDS.includes(name as ExplanationTermName);

function TermRow({ term }: { term: ExplanationTerm }) {
  const t = useTranslations('estimates.why');
  const units = useTranslations('estimates.units');
  return (
    <tr className={classes.term}>
      <th scope="row">{isWord(term.name) ? t(`terms.${term.name}`) : term.name}</th>
      <td className="tabular">
        {term.unit === '' && '× '}
        {readable(term.value)} {isUnit(term.unit) && units(term.unit)}
      </td>
    </tr>
  );
}
