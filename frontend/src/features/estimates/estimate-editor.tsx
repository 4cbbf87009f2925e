'use client';

import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useLeaveGuard } from '../../shared/ui/use-leave-guard';
import { EditorHeader } from './editor-header';
import { EditorNotices } from './editor-notices';
import { LeaveDialog } from './leave-dialog';
import { LinesPane } from './lines-pane';
import { MergeDialog } from './merge/merge-dialog';
import { RoomPane } from './room-pane';
import { RoomsPane } from './rooms-pane';
import { Totals } from './totals';
import { PaneTabs } from './pane-tabs';
import type { Pane } from './pane-tabs';
import { outlineRoom } from './drawing/built-form';
import type { EstimateView, RoomForm } from './model/types';
import { useEditorActions } from './model/use-editor-actions';
import { useEstimateForm } from './model/use-estimate-form';
import type { EstimateEditing } from './model/use-estimate-form';
import { useEstimateResult, useVariantResults } from './model/use-estimate-result';
import { usePresence } from './model/use-presence';
import { useSaving } from './model/use-saving';
import type { Saving } from './model/use-saving';
import { useUndo } from './model/use-undo';
import { VariantTabs } from './variants/variant-tabs';
import classes from './editor.module.css';

const MESSAGES = <Notifications position="bottom-center" autoClose={8_000} />;

/** The rooms with their outlines; a room whose readings did not change is not built again. */
function useOutlines(rooms: RoomForm[]) {
  return useMemo(() => rooms.map((room) => ({ room, ...outlineRoom(room) })), [rooms]);
}

/**
 * What the panes beside the lines show. While lines are typed in, these come after the lines and their sum, when there is
 * time for it; what is typed about rooms is seen at once.
 */
function useBeside<T>(rooms: RoomForm[], shown: T): T {
  const now = useMemo(() => ({ rooms, shown }), [rooms, shown]);
  const later = useDeferredValue(now);
  return later.rooms === rooms ? later.shown : shown;
}

/** Whether nothing but lines and their money was typed between the two. */
const differInLines = (a: EstimateEditing, b: EstimateEditing): boolean =>
  a.form.rooms === b.form.rooms &&
  a.form.title === b.form.title &&
  a.variant.id === b.variant.id &&
  a.variant.name === b.variant.name &&
  a.variant.specification === b.variant.specification;

/** What stands above the panes: it too waits for the lines and their sum, but for what is typed in it itself. */
function useCalm(editing: EstimateEditing, saving: Saving) {
  const now = useMemo(() => ({ editing, saving }), [editing, saving]);
  const later = useDeferredValue(now);
  return differInLines(later.editing, editing) ? later : now;
}

/** Rooms, drawing and lines of one estimate; what is typed is computed here at once and saved when the person says so. */
export function EstimateEditor({ estimate }: { estimate: EstimateView }) {
  const editing = useEstimateForm(estimate);
  const { form, variant, dispatch, dirty, base } = editing;
  const { result, addPrice, context, pricing } = useEstimateResult(base, { form, variant, dirty });
  const variants = useVariantResults(base, form, pricing);
  const [pane, setPane] = useState<Pane>('rooms');
  const [selected, setSelected] = useState<string | null>(null);
  const saving = useSaving(editing);
  const isStuck = saving.state !== 'saved' && saving.state !== 'waiting' && saving.state !== 'saving';
  const guard = useLeaveGuard({ asks: isStuck, warns: dirty && !editing.drafts.kept });
  const others = usePresence(base.id, base.canEdit);
  const rooms = useOutlines(form.rooms);

  const readOnly = !base.canEdit;
  const current = rooms.find(({ room }) => room.id === selected) ?? rooms[0] ?? null;
  const openRoom = useCallback((roomId: string) => {
    setSelected(roomId);
    setPane('drawing');
  }, []);
  const step = useUndo(editing, openRoom);
  const actions = useEditorActions({ form, variantId: variant.id, dispatch, addPrice, onRoomAdded: openRoom });
  const beside = useBeside(
    form.rooms,
    useMemo(() => ({ result, context }), [result, context]),
  );
  const calm = useCalm(editing, saving);
  const cutting = useMemo(() => ({ rooms, ...beside }), [rooms, beside]);
  const items = useMemo(
    () =>
      rooms.map(({ room, outline }) => ({
        room,
        outline,
        result: beside.result.rooms.find(({ roomId }) => roomId === room.id),
      })),
    [rooms, beside],
  );

  return (
    <div
      className={classes.editor}
      data-editor
      // A field that is left ends its step: typing in it again is another one to undo. A cell that opens its field at
      // the first digit typed is left as well, but the step goes on in the field.
      onBlur={({ target }) => target.matches('input, textarea') && dispatch({ type: 'settle' })}
    >
      {MESSAGES}
      <EditorHeader
        editing={calm.editing}
        saving={calm.saving}
        others={others}
        readOnly={readOnly}
        room={current?.room ?? null}
        cutting={cutting}
        onRoomAdded={openRoom}
        onStep={step}
      />
      <EditorNotices editing={calm.editing} saving={calm.saving} results={variants} onOpenRoom={openRoom} />
      <div className={classes.bars}>
        <VariantTabs editing={calm.editing} results={variants} readOnly={readOnly} addPrice={addPrice} />
        <PaneTabs active={pane} onChange={setPane} />
      </div>
      <div className={classes.panes} data-pane={pane}>
        <RoomsPane
          items={items}
          currency={base.currency}
          selectedId={current?.room.id ?? null}
          readOnly={readOnly}
          actions={actions}
          onOpen={openRoom}
        />
        <RoomPane
          rooms={rooms}
          current={current}
          result={beside.result.rooms.find(({ roomId }) => roomId === current?.room.id)}
          context={beside.context}
          refusals={saving.refusals}
          tolerances={base.tolerances}
          tried={saving.tried}
          readOnly={readOnly}
          actions={actions}
          dispatch={dispatch}
        />
        <LinesPane
          estimate={base}
          rooms={form.rooms}
          variant={variant}
          result={result}
          selectedId={current?.room.id ?? null}
          readOnly={readOnly}
          dispatch={dispatch}
          actions={actions}
          onOpenRoom={openRoom}
        />
        <div className={classes.totals}>
          <Totals
            estimate={base}
            rooms={form.rooms}
            variant={variant}
            result={result}
            readOnly={readOnly}
            dispatch={dispatch}
          />
        </div>
      </div>
      {guard.waiting && <LeaveDialog target={guard.waiting} onStay={guard.stay} />}
      {editing.conflict && <MergeDialog conflict={editing.conflict} form={form} estimate={base} />}
    </div>
  );
}
