'use client';

import { Button } from '@mantine/core';
import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type { Active, Over } from '@dnd-kit/core';
import type { CategoryNode } from '@smet/api-client';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { useCan } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { CategoryDialog } from './category-dialog';
import type { CategoryQuestion } from './category-dialog';
import { CategoryRow } from './category-row';
import { nextPlace, placeUnder } from './drop-keyboard';
import { branchOf, placeOfDrop, treeRows } from './tree';
import { useCategoryActions } from './use-category-actions';
import classes from './tree.module.css';

interface CategoryTreeProps {
  categories: readonly CategoryNode[];
  selected: string | null;
  onSelect: (id: string | null) => void;
}

/** The categories: chosen to see what is in them, dragged by their handles with mouse, finger or keyboard. */
export function CategoryTree({ categories, selected, onSelect }: CategoryTreeProps) {
  const t = useTranslations('nomenclature.tree');
  const edits = useCan()('nomenclature:edit');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [dragged, setDragged] = useState<CategoryNode | null>(null);
  const [question, setQuestion] = useState<CategoryQuestion | null>(null);
  const { mutation, move } = useCategoryActions(categories);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextPlace }),
  );
  const rows = treeRows(categories, closed);
  const branch = useMemo(() => (dragged ? branchOf(categories, dragged.id) : new Set<string>()), [categories, dragged]);
  const announcements = useAnnouncements(categories);
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  const drop = (over: Over | null) => {
    if (dragged && over) move(dragged, placeOfDrop(categories, String(over.id)));
    setDragged(null);
  };
  return (
    <nav aria-label={t('label')} className={classes.tree}>
      <button
        type="button"
        className={classes.all}
        aria-current={selected === null ? 'true' : undefined}
        onClick={() => onSelect(null)}
      >
        {t('all')}
      </button>
      {mutation.isError && <ProblemAlert problem={viewProblem(mutation.error)} />}
      <DndContext
        id="categories"
        sensors={sensors}
        collisionDetection={placeUnder}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('howToDrag') } }}
        onDragStart={({ active }) => setDragged(categories.find(({ id }) => id === active.id) ?? null)}
        onDragEnd={({ over }) => drop(over)}
        onDragCancel={() => setDragged(null)}
      >
        <ul className={classes.rows}>
          {rows.map((row) => (
            <CategoryRow
              key={row.category.id}
              row={row}
              edits={edits}
              closed={closed.has(row.category.id)}
              selected={row.category.id === selected}
              isDragged={branch.has(row.category.id)}
              onSelect={onSelect}
              onToggle={toggle}
              onAsk={setQuestion}
            />
          ))}
          {edits && <End />}
        </ul>
        <DragOverlay dropAnimation={null}>
          {dragged && <div className={classes.overlay}>{dragged.name}</div>}
        </DragOverlay>
      </DndContext>
      {edits && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} />}
          onClick={() => setQuestion({ kind: 'create', parent: null })}
        >
          {t('add')}
        </Button>
      )}
      {question && <CategoryDialog question={question} mutation={mutation} onClose={() => setQuestion(null)} />}
    </nav>
  );
}

/** The place behind all. */
function End() {
  const { setNodeRef, isOver } = useDroppable({ id: 'end' });
  return <li ref={setNodeRef} className={classes.end} data-over={isOver || undefined} />;
}

function useAnnouncements(categories: readonly CategoryNode[]) {
  const t = useTranslations('nomenclature.tree.announce');
  const nameOf = (id: string) => categories.find((one) => one.id === id)?.name ?? '';
  const place = (over: Over | null) => {
    const [how, id = ''] = String(over?.id ?? '').split(':');
    if (how === 'into') return t('into', { name: nameOf(id) });
    return how === 'before' ? t('before', { name: nameOf(id) }) : t('end');
  };
  const name = (active: Active) => nameOf(String(active.id));
  return {
    onDragStart: ({ active }: { active: Active }) => t('start', { name: name(active) }),
    onDragOver: ({ over }: { over: Over | null }) => (over ? place(over) : undefined),
    onDragEnd: ({ active, over }: { active: Active; over: Over | null }) =>
      over ? t('dropped', { name: name(active), place: place(over) }) : t('cancelled', { name: name(active) }),
    onDragCancel: ({ active }: { active: Active }) => t('cancelled', { name: name(active) }),
  };
}
