'use client';

import type { EstimateLine, ExplanationNote } from '@smet/estimating';
import { isDecimal, roundHalfUp } from '@smet/money';
import { useTranslations } from 'next-intl';
import { formatDay, formatDecimal, formatMoney } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { formulaInWords } from './formula-words';
import { useMeasureWords } from './use-measure-words';
import { useWhyFacts } from './why-facts';
import { readable, WhyMeasures } from './why-measures';
import classes from './lines.module.css';

interface WhyProps {
  line: EstimateLine;
  currency: string;
}

/** "Почему столько": the formula and its values, rounding and packs, rules, price and discount, all in words. */
export function Why({ line, currency }: WhyProps) {
  const t = useTranslations('estimates.why');
  const words = useMeasureWords();
  const { ruleSet: rules } = useWhyFacts();
  const { formula, when, measures, notes, ruleSet } = line.explanation;
  const { computedQuantity: computed, unit } = line;
  return (
    <div className={classes.why}>
      <p className={classes.whyTitle}>{t('title', { quantity: formatDecimal(line.quantity), unit })}</p>
      <p>{line.name}</p>
      <p className={classes.whyBasis}>
        {formula === null ? t('byHand') : t('formula', { formula: formulaInWords(formula, words) })}
      </p>
      {when !== undefined && <p>{t('when', { condition: formulaInWords(when, words) })}</p>}
      <WhyMeasures measures={measures} />
      {formula !== null && computed !== null && <Rounded line={line} quantity={computed} />}
      {notes.map((note, index) => (
        <Note key={index} note={note} />
      ))}
      {line.overridden && (
        <p className={classes.whyMark}>
          {computed === null
            ? t('overriddenFailed', { quantity: formatDecimal(line.quantity), unit })
            : t('overridden', { computed: formatDecimal(computed), quantity: formatDecimal(line.quantity), unit })}
        </p>
      )}
      <Price line={line} currency={currency} />
      {ruleSet && (
        <p className={classes.whyRule}>{t('rule', { title: rules.title, version: String(ruleSet.version) })}</p>
      )}
    </div>
  );
}

/** From what the formula gave to what is billed. */
function Rounded({ line, quantity }: { line: EstimateLine; quantity: string }) {
  const t = useTranslations('estimates.why');
  const { unrounded, rounding, pack } = line.explanation;
  const step = rounding ? formatDecimal(rounding.step) : '';
  const how = pack !== null ? t('packs', { pack: formatDecimal(pack), unit: line.unit }) : null;
  return (
    <p className={classes.rounded}>
      <span>
        {rounding ? t(`rounding.${rounding.mode}`, { step }) : t('together')}
        {how !== null && `, ${how}`}
      </span>
      <span className="tabular">
        {unrounded !== null && readable(unrounded) !== formatDecimal(quantity) && (
          <span className={classes.unrounded}>{readable(unrounded)} → </span>
        )}
        {formatDecimal(quantity)} {line.unit}
      </span>
    </p>
  );
}

function Price({ line, currency }: WhyProps) {
  const t = useTranslations('estimates.why');
  const { pricedAt } = useWhyFacts();
  const { timezone } = useMe().organization;
  const { discount, priceMinor, sumMinor } = line;
  return (
    <>
      <p className={`${classes.whySum} tabular`}>
        {formatDecimal(line.quantity)} {line.unit} × {formatMoney(priceMinor, currency)} ={' '}
        <b>{formatMoney(sumMinor, currency)}</b>
      </p>
      {discount && (
        <p>
          {t(`discount.${discount.by}`, {
            percent: formatDecimal(discount.percent),
            amount: formatMoney(discount.amountMinor, currency),
          })}
        </p>
      )}
      <p className={classes.whyRule}>{t('priceList', { date: formatDay(pricedAt, timezone) })}</p>
    </>
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
  // An item without a price has no name.
  const name = note.params.name ?? note.params.ruleKey ?? '';
  return <p className={classes.whyNote}>{t(note.code, { ...params, name })}</p>;
}
