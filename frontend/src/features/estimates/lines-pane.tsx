'use client';

import type { EstimateProblem, EstimateResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../../shared/ui/empty-state';
import { LineGroups, linesAnchor } from './lines/line-groups';
import type { FormAction } from './model/form-reducer';
import type { EstimateView, RoomForm, VariantForm } from './model/types';
import type { EditorActions } from './model/use-editor-actions';
import classes from './editor.module.css';

interface LinesPaneProps {
  /** As it is saved: its currency, money terms, categories of items and what the reader may do. */
  estimate: EstimateView;
  rooms: RoomForm[];
  /** The shown one as it is typed; every VariantChange that is dispatched is a change of it. */
  variant: VariantForm;
  /** Of that variant. */
  result: EstimateResult;
  selectedId: string | null;
  readOnly: boolean;
  dispatch: (action: FormAction) => void;
  actions: EditorActions;
  onOpenRoom: (roomId: string) => void;
}

/** The lines follow the room that is looked at, where both are on the screen. */
function useFollowedRoom(roomId: string | null): void {
  const seen = useRef(roomId);
  useEffect(() => {
    if (seen.current === roomId || roomId === null) return;
    seen.current = roomId;
    if (!window.matchMedia('(min-width: 75em)').matches) return;
    document.getElementById(linesAnchor(roomId))?.scrollIntoView({ block: 'start' });
  }, [roomId]);
}

export function LinesPane(props: LinesPaneProps) {
  const { estimate, rooms, result, selectedId, readOnly, dispatch, actions, onOpenRoom } = props;
  const t = useTranslations('estimates.lines');
  useFollowedRoom(selectedId);
  const isEmpty = rooms.length === 0 && result.lines.length === 0;
  return (
    <section className={`${classes.pane} ${classes.lines}`} aria-label={t('title')}>
      <h2 className={classes.paneTitle}>{t('title')}</h2>
      <div className={`${classes.scroll} ${classes.flush}`}>
        <Problems problems={result.problems} />
        {isEmpty && <EmptyState title={t('empty')} text={t('emptyText')} />}
        <LineGroups
          estimateId={estimate.id}
          rooms={rooms}
          result={result}
          currency={estimate.currency}
          readOnly={readOnly}
          dispatch={dispatch}
          onAddItem={actions.addItem}
          onRemoveLine={actions.removeLine}
          onOpenRoom={onOpenRoom}
        />
      </div>
    </section>
  );
}

/** What the computation had to leave out: an item without a price is said, never silently dropped. */
function Problems({ problems }: { problems: EstimateProblem[] }) {
  const t = useTranslations('estimates.problems');
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.path}`}>{t(problem.code, { itemCode: '', ...problem.params })}</li>
      ))}
    </ul>
  );
}
