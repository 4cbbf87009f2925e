'use client';

import type { Signature } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import SignaturePad from 'signature_pad';
import classes from '../proposal.module.css';
import { toSignature } from './to-signature';

/** A field to sign in with a finger, a pen or a mouse. What leaves it are numbers, never a picture. */
export function SignatureField({ onDraw }: { onDraw: (signature: Signature | null) => void }) {
  const t = useTranslations('proposal.acceptance');
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const told = useRef(onDraw);
  useEffect(() => {
    told.current = onDraw;
  }, [onDraw]);

  useEffect(() => {
    const field = canvas.current;
    if (!field) return undefined;
    const drawn = new SignaturePad(field, { penColor: getComputedStyle(field).color, minWidth: 1, maxWidth: 2.6 });
    pad.current = drawn;
    const tell = () => told.current(toSignature(drawn.toData(), field.getBoundingClientRect()));
    // A turned phone has another field: what was drawn does not fit it and is asked for again.
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio, 1);
      field.width = Math.round(field.offsetWidth * ratio);
      field.height = Math.round(field.offsetHeight * ratio);
      field.getContext('2d')?.scale(ratio, ratio);
      drawn.clear();
      told.current(null);
    };
    fit();
    let width = field.offsetWidth;
    const observer = new ResizeObserver(() => {
      if (field.offsetWidth === width) return;
      width = field.offsetWidth;
      fit();
    });
    observer.observe(field);
    drawn.addEventListener('endStroke', tell);
    return () => {
      observer.disconnect();
      drawn.off();
      pad.current = null;
    };
  }, []);

  return (
    <>
      <canvas ref={canvas} className={classes.signature} aria-label={t('signatureField')} />
      <button
        type="button"
        className={classes.link}
        onClick={() => {
          pad.current?.clear();
          onDraw(null);
        }}
      >
        {t('clear')}
      </button>
    </>
  );
}
