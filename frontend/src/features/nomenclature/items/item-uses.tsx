'use client';

import type { ItemUse } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { itemUsageQuery } from '../queries';
import classes from '../nomenclature.module.css';

const KINDS = ['rules', 'template', 'draft', 'issued', 'price-list'] as const;

/** Everything that names the item. */
export function ItemUses({ id }: { id: string }) {
  const t = useTranslations('nomenclature.uses');
  const { data: usage, error } = useQuery(itemUsageQuery(api, id));
  if (error) return <ProblemAlert problem={viewProblem(error)} />;
  if (!usage) return null;
  return (
    <>
      <p className={classes.dim}>{t(usage.inUse ? 'inUse' : 'free')}</p>
      {KINDS.map((kind) => {
        const uses = usage.uses.filter((use) => use.kind === kind);
        return (
          uses.length > 0 && (
            <section key={kind}>
              <h3 className={classes.subtitle}>{t(`kinds.${kind}`)}</h3>
              <ul className={classes.uses}>
                {uses.map((use) => (
                  <li key={use.id}>
                    <Use use={use} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function Use({ use: { kind, id, title } }: { use: ItemUse }) {
  const t = useTranslations('nomenclature.uses');
  if (kind === 'draft' || kind === 'issued') return <Link href={`/estimates/${id}`}>{t('estimate', { title })}</Link>;
  if (kind === 'price-list') return <Link href={`/nomenclature/prices?list=${id}`}>{title}</Link>;
  return title;
}
