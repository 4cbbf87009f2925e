'use client';

import { Button } from '@mantine/core';
import type { Canvas, CanvasOptions, RoomResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatDecimal, formatFixed } from '../../../shared/formatting';
import { cornersOf } from '../model/room-corners';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import { withCanvas } from '../plan/plan-edits';
import { CanvasControls } from './canvas-controls';
import { CanvasFigures } from './canvas-figures';
import { SeamReasonView } from './seam-reason';
import type { CanvasContext, SeamQuestion } from './types';
import { useSeamAnswer } from './use-seam-answer';
import panels from '../panel.module.css';
import classes from './canvas.module.css';

export interface CanvasPanelProps {
  room: RoomForm;
  /** The canvas of the room as the estimate takes it; null while there is none. */
  canvas: Canvas | null;
  result: RoomResult | undefined;
  context: CanvasContext;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
}

/** How the canvas of a room is cut: what is wished, what comes of it, why there is a seam. */
export function CanvasPanel({ room, canvas, result, context, readOnly, onChange }: CanvasPanelProps) {
  const t = useTranslations('plan.canvas');
  const { draft, prices, ruleSet, tolerances, currency } = context;
  const isSeamed = canvas !== null && canvas.seams.length > 0;
  const question = useMemo<SeamQuestion | null>(
    () =>
      isSeamed
        ? {
            draft,
            roomId: room.id,
            prices: [...prices.values()],
            ruleSet,
            tolerances,
          }
        : null,
    [isSeamed, draft, room.id, prices, ruleSet, tolerances],
  );
  const answer = useSeamAnswer(question);
  const change = (options: Partial<Record<keyof CanvasOptions, unknown>>, gesture?: string) =>
    onChange({ type: 'plan', plan: withCanvas(room.plan, options), ...(gesture && { gesture }) });
  const reset = () => {
    const { canvas: _, ...plan } = room.plan;
    onChange({ type: 'plan', plan });
  };
  return (
    <div className={panels.panel}>
      <Refusal result={result} />
      {canvas && (
        <section className={panels.section}>
          <h3 className={panels.title}>{t('title')}</h3>
          <CanvasFigures canvas={canvas} />
        </section>
      )}
      {answer && (
        <SeamReasonView
          answer={answer}
          corners={cornersOf(room)}
          currency={currency}
          readOnly={readOnly}
          onTake={(canvasOptions) => {
            const plan = { ...room.plan, canvas: canvasOptions };
            onChange({ type: 'plan', plan: withCanvas(plan, {}) });
          }}
        />
      )}
      <section className={panels.section}>
        <h3 className={panels.title}>
          {t('wishes')}
          {!readOnly && room.plan.canvas && (
            <Button variant="subtle" size="compact-sm" onClick={reset}>
              {t('reset')}
            </Button>
          )}
        </h3>
        <CanvasControls room={room} films={ruleSet.films} readOnly={readOnly} onChange={change} />
      </section>
    </div>
  );
}

const CANVAS_PATH = 'plan.canvas';

/** Why the canvas cannot be cut as asked; or that there is no room yet to cut it for. */
function Refusal({ result }: { result: RoomResult | undefined }) {
  const t = useTranslations('plan.canvas');
  const refusals = useTranslations('plan.canvas.refusals');
  if (!result || !('problems' in result)) return null;
  const refusal = result.problems.find(({ path }) => path.startsWith(CANVAS_PATH));
  if (!refusal) return <p className={classes.note}>{t('unfinished')}</p>;
  const key = refusal.code as 'CANVAS_TOO_WIDE';
  const words = Object.fromEntries(
    Object.entries(refusal.params).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatFixed(value, 2) : /^[\d.]+$/.test(value) ? formatDecimal(value) : value,
    ]),
  );
  return (
    <p role="alert" className={classes.refusal}>
      {refusals.has(key) ? refusals(key, words) : t('refused')}
    </p>
  );
}
