'use client';

import type {
  EstimateLine,
  Explanation,
  ExplanationNote,
  ExplanationTerm,
  ExplanationTermName,
} from '@smet/estimating';
import { isDecimal, roundHalfUp } from '@smet/money';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatMoney } from '../../../shared/formatting';
import classes from './lines.module.css';

/** Measures are kept to nine places; people read four. */
const READABLE_PLACES = 4;

function readable(value: string): string {
  const [whole = '0', fraction = ''] = value.split('.');
  if (fraction.length <= READABLE_PLACES) return formatDecimal(value);
  return `${formatDecimal(`${whole}.${fraction.slice(0, READABLE_PLACES)}`)}…`;
}

/** "Почему столько": what the quantity is taken from, the numbers, the rounding, the sum. */
export function Why({ line, currency }: { line: EstimateLine; currency: string }) {
  const t = useTranslations('estimates.why');
  const { explanation } = line;
  const computed = line.computedQuantity ?? line.quantity;
  return (
    <div className={classes.why}>
      <p className={classes.whyTitle}>{t('title', { quantity: formatDecimal(line.quantity), unit: line.unit })}</p>
      <p>{line.name}</p>
      {explanation.formula === null && <p className={classes.whyBasis}>{t('basis.manual')}</p>}
      <Terms explanation={explanation} quantity={computed} unit={line.unit} />
      {explanation.notes.map((note, index) => (
        <Note key={index} note={note} />
      ))}
      {line.overridden && (
        <p className={classes.whyMark}>
          {t('overridden', {
            computed: formatDecimal(computed),
            quantity: formatDecimal(line.quantity),
            unit: line.unit,
          })}
        </p>
      )}
      <p className={`${classes.whySum} tabular`}>
        {formatDecimal(line.quantity)} {line.unit} × {formatMoney(line.priceMinor, currency)} ={' '}
        <b>{formatMoney(line.sumMinor, currency)}</b>
      </p>
      {explanation.ruleSet && (
        <p className={classes.whyRule}>
          {t('rule', { id: explanation.ruleSet.id, version: String(explanation.ruleSet.version) })}
        </p>
      )}
    </div>
  );
}

interface TermsProps {
  explanation: Explanation;
  quantity: string;
  unit: string;
}

function Terms({ explanation, quantity, unit }: TermsProps) {
  const t = useTranslations('estimates.why');
  const { formula, measures, unrounded, rounding } = explanation;
  if (formula === null) return null;
  const terms = measures.flatMap((measure) => measure.terms);
  const factors = terms.filter((term) => term.unit === '');
  const added = terms.filter((term) => term.unit !== '');
  return (
    <table className={classes.terms}>
      <tbody>
        {added.map((term, index) => (
          <TermRow key={index} term={term} />
        ))}
        {factors.map((term, index) => (
          <TermRow key={`factor ${index}`} term={term} factor />
        ))}
        <tr className={classes.termsTotal}>
          <th scope="row">{rounding ? t('rounded', { step: formatDecimal(rounding.step) }) : t('together')}</th>
          <td className="tabular">
            {rounding && unrounded && readable(unrounded) !== formatDecimal(quantity) && (
              <span className={classes.unrounded}>{readable(unrounded)} → </span>
            )}
            {formatDecimal(quantity)} {unit}
          </td>
        </tr>
      </tbody>
    </table>
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

function TermRow({ term, factor = false }: { term: ExplanationTerm; factor?: boolean }) {
  const t = useTranslations('estimates.why');
  const units = useTranslations('estimates.units');
  const unit = term.unit === 'm' || term.unit === 'm2' || term.unit === 'pcs' ? units(term.unit) : '';
  return (
    <tr>
      <th scope="row">{isWord(term.name) ? t(`terms.${term.name}`) : term.name}</th>
      <td className="tabular">
        {factor && '× '}
        {readable(term.value)} {unit}
      </td>
    </tr>
  );
}

function Note({ note }: { note: ExplanationNote }) {
  const t = useTranslations('estimates.why.notes');
  const params = Object.fromEntries(
    Object.entries(note.params).map(([name, value]) => [
      name,
      typeof value === 'number' || isDecimal(value) ? formatDecimal(roundHalfUp(value, '0.01')) : value,
    ]),
  );
  return <p className={classes.whyNote}>{t(note.code, params)}</p>;
}
