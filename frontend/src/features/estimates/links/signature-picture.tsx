'use client';

import type { Signature } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import classes from './links.module.css';

/** A signature drawn anew from its numbers: nothing that a client sent is put into the page as it is. */
export function SignaturePicture({ signature: { width, height, strokes } }: { signature: Signature }) {
  const t = useTranslations('links');
  return (
    <svg className={classes.signature} viewBox={`0 0 ${width} ${height}`}>
      <title>{t('signature')}</title>
      {strokes.map((stroke, index) => (
        <polyline key={index} points={stroke.join(' ')} fill="none" stroke="currentColor" strokeWidth={2} />
      ))}
    </svg>
  );
}
