'use client';

import { notifications } from '@mantine/notifications';
import type { EstimateProblem, EstimateResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { createElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../shared/ui/empty-state';
import { availableColumns } from './lines/columns';
import type { ColumnKey } from './lines/columns';
import { groupRows } from './lines/grid-rows';
import type { RowGroup } from './lines/grid-rows';
import { LineGrid } from './lines/line-grid';
import { linesAnchor } from './lines/line-group';
import { LinesToolbar } from './lines/lines-toolbar';
import { PasteMessage } from './lines/paste-message';
import { PasteRowsDialog } from './lines/paste-rows-dialog';
import type { PasteOutcome } from './lines/use-grid-clipboard';
import { steadyGroups } from './lines/steady-groups';
import { useLinesView } from './lines/use-lines-view';
import { WhyFactsContext } from './lines/why-facts';
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

/** Groups a person has closed. */
function useCollapsed(): [ReadonlySet<string>, (key: string) => void] {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setCollapsed((known) => {
      const next = new Set(known);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return [collapsed, toggle];
}

/** Says what was pasted; what was not stays until it is closed. */
function usePasteMessage(dispatch: (action: FormAction) => void): (outcome: PasteOutcome) => void {
  return useCallback(
    (outcome: PasteOutcome) => {
      const id = crypto.randomUUID();
      const onUndo = () => {
        dispatch(outcome.inverse);
        notifications.hide(id);
      };
      notifications.show({
        id,
        message: createElement(PasteMessage, { outcome, onUndo }),
        color: outcome.refused.length > 0 ? 'yellow' : 'gray',
        ...(outcome.refused.length > 0 && { autoClose: false }),
      });
    },
    [dispatch],
  );
}

/** Groups and rows that came out of a computation as they were before it stay the same objects. */
function useSteadyGroups(computed: RowGroup[]): RowGroup[] {
  const [known, setKnown] = useState({ computed, groups: computed });
  if (known.computed === computed) return known.groups;
  const groups = steadyGroups(known.groups, computed);
  setKnown({ computed, groups });
  return groups;
}

/** The same list while it has the same columns: every row is painted by it. */
function useAvailableColumns({ lines }: EstimateResult): readonly ColumnKey[] {
  const names = useMemo(() => availableColumns(lines).join(' '), [lines]);
  return useMemo(() => names.split(' ') as ColumnKey[], [names]);
}

export function LinesPane(props: LinesPaneProps) {
  const { estimate, rooms, variant, result, selectedId, readOnly, dispatch, actions, onOpenRoom } = props;
  const t = useTranslations('estimates.lines');
  useFollowedRoom(selectedId);
  const [view, changeView] = useLinesView();
  const [collapsed, onCollapse] = useCollapsed();
  const [pasting, setPasting] = useState<{ text: string; roomId: string | null } | null>(null);
  const onPasted = usePasteMessage(dispatch);
  const onRows = useCallback((text: string, roomId: string | null) => setPasting({ text, roomId }), []);
  const { canDiscount, categories, currency, ruleSet, pricedAt } = estimate;
  const facts = useMemo(() => ({ ruleSet, pricedAt }), [ruleSet, pricedAt]);
  const { groupBy } = view;
  const computed = useMemo(() => {
    const words = {
      common: t('common'),
      unnamedRoom: t('unnamedRoom'),
      noCategory: t('noCategory'),
      adjustments: t('adjustments'),
    };
    return groupRows(groupBy, { rooms, result, categories, words });
  }, [groupBy, rooms, result, categories, t]);
  const groups = useSteadyGroups(computed);
  const available = useAvailableColumns(result);
  const columns = useMemo(() => available.filter((one) => view.columns.includes(one)), [available, view.columns]);
  const onPaste = useCallback(() => onRows('', selectedId), [onRows, selectedId]);
  const isEmpty = rooms.length === 0 && result.lines.length === 0;
  return (
    <section className={`${classes.pane} ${classes.lines}`} aria-label={t('title')}>
      <LinesToolbar {...{ view, available, readOnly }} {...{ onPaste }} onChange={changeView} />
      <div className={`${classes.scroll} ${classes.flush}`} data-lines-scroll>
        <Problems problems={result.problems} />
        {isEmpty && <EmptyState title={t('empty')} text={t('emptyText')} />}
        <WhyFactsContext value={facts}>
          <LineGrid
            {...{ groups, collapsed, columns, variant, currency, dispatch }}
            {...{ onCollapse, onOpenRoom, onPasted, onRows }}
            estimateId={estimate.id}
            rights={{ readOnly, canDiscount }}
            onAddItem={actions.addItem}
          />
        </WhyFactsContext>
      </div>
      {pasting && (
        <PasteRowsDialog
          {...{ rooms, ...pasting }}
          estimateId={estimate.id}
          onAdd={actions.addItems}
          onClose={() => setPasting(null)}
        />
      )}
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
        <li key={`${problem.code} ${problem.path}`}>
          {t(problem.code, { itemCode: '', ruleKey: '', ...problem.params })}
        </li>
      ))}
    </ul>
  );
}
