'use client';

import type { Proposal, ProposalVariant } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { formatMoney } from '../../shared/formatting';
import { useTypedBefore } from './use-typed-before';
import { differenceOf, type NamedDifference } from './variant-difference';
import { useVariantName } from './variant-name';
import classes from './proposal.module.css';

interface VariantSwitchProps {
  proposal: Proposal;
  variant: ProposalVariant;
  /** One was accepted: the others are not on offer any more. */
  locked: boolean;
  onChoose: (variantId: string) => void;
}

/** The variants with their prices; what sets the chosen one apart from the advised one is said in words. */
export function VariantSwitch({ proposal, variant, locked, onChoose }: VariantSwitchProps) {
  const t = useTranslations('proposal.variants');
  const nameOf = useVariantName();
  const fields = useRef<HTMLFieldSetElement>(null);
  useTypedBefore(fields, (typed) => {
    if (!locked) onChoose(typed.get('variant') ?? variant.id);
  });
  const { variants, currentVariantId, currency } = proposal;
  const base = variants.find(({ id }) => id === currentVariantId) ?? variant;
  if (variants.length < 2 || locked) {
    return (
      <section className={classes.card} id="variants">
        <h2 className={classes.cardTitle}>{nameOf(proposal, variant)}</h2>
        <p className={classes.price}>{formatMoney(variant.toPayMinor, currency)}</p>
      </section>
    );
  }
  return (
    <section className={classes.card} id="variants">
      <h2 className={classes.cardTitle}>{t('title')}</h2>
      <fieldset ref={fields} className={classes.variants}>
        <legend className={classes.hidden}>{t('legend')}</legend>
        {variants.map((one) => (
          <label key={one.id} className={classes.variant}>
            <input
              type="radio"
              name="variant"
              value={one.id}
              checked={one.id === variant.id}
              onChange={() => onChoose(one.id)}
            />
            <span className={classes.variantName}>
              {nameOf(proposal, one)}
              {one.id === currentVariantId && <small className={classes.advised}>{t('advised')}</small>}
            </span>
            <span className={classes.variantPrice}>
              {formatMoney(one.toPayMinor, currency)}
              <small>
                {one.id !== base.id && <Dearer minor={one.toPayMinor - base.toPayMinor} currency={currency} />}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {variant.id !== base.id && (
        <Difference name={nameOf(proposal, variant)} baseName={nameOf(proposal, base)} variant={variant} base={base} />
      )}
    </section>
  );
}

function Dearer({ minor, currency }: { minor: number; currency: string }) {
  const t = useTranslations('proposal.variants');
  if (minor === 0) return t('same');
  const sum = formatMoney(Math.abs(minor), currency);
  return minor > 0 ? t('dearer', { sum }) : t('cheaper', { sum });
}

interface DifferenceProps {
  name: string;
  baseName: string;
  variant: ProposalVariant;
  base: ProposalVariant;
}

function Difference({ name, baseName, variant, base }: DifferenceProps) {
  const t = useTranslations('proposal.variants');
  const { added, removed } = differenceOf(variant, base);
  return (
    <div className={classes.difference}>
      <h3 className={classes.small}>{t('against', { name, base: baseName })}</h3>
      {added.names.length + removed.names.length === 0 && <p>{t('nothing')}</p>}
      <Names title={t('added')} of={added} />
      <Names title={t('removed')} of={removed} />
    </div>
  );
}

function Names({ title, of: { names, more } }: { title: string; of: NamedDifference }) {
  const t = useTranslations('proposal.variants');
  if (names.length === 0) return null;
  return (
    <>
      <p className={classes.muted}>{title}</p>
      <ul className={classes.names}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {more > 0 && <li>{t('more', { count: more })}</li>}
      </ul>
    </>
  );
}
