'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { IconChevronDown, IconChevronRight, IconDots, IconGripVertical } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { CategoryQuestion } from './category-dialog';
import type { TreeRow } from './tree';
import classes from './tree.module.css';

interface CategoryRowProps {
  row: TreeRow;
  edits: boolean;
  closed: boolean;
  selected: boolean;
  /** It, or what it is below, is on its way. */
  isDragged: boolean;
  onSelect: (id: string) => void;
  onToggle: (id: string) => void;
  onAsk: (question: CategoryQuestion) => void;
}

export function CategoryRow({ row, edits, closed, selected, isDragged, onSelect, onToggle, onAsk }: CategoryRowProps) {
  const t = useTranslations('nomenclature.tree');
  const { category, depth, hasChildren } = row;
  const { id, name } = category;
  const { setNodeRef: setHandle, attributes, listeners } = useDraggable({ id, disabled: !edits });
  const { setNodeRef: setBefore, isOver: isOverBefore } = useDroppable({ id: `before:${id}`, disabled: isDragged });
  const { setNodeRef: setInto, isOver: isOverInto } = useDroppable({ id: `into:${id}`, disabled: isDragged });
  const Chevron = closed ? IconChevronRight : IconChevronDown;
  return (
    <li className={classes.row} style={{ paddingLeft: depth * 16 }} data-dragged={isDragged || undefined}>
      <div ref={setBefore} className={classes.before} data-over={isOverBefore || undefined} />
      <div
        ref={setInto}
        className={classes.line}
        data-over={isOverInto || undefined}
        data-selected={selected || undefined}
      >
        {hasChildren ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t(closed ? 'open' : 'close', { name })}
            aria-expanded={!closed}
            onClick={() => onToggle(id)}
          >
            <Chevron size={16} />
          </ActionIcon>
        ) : (
          <span className={classes.leaf} />
        )}
        <button
          type="button"
          className={classes.name}
          aria-current={selected ? 'true' : undefined}
          onClick={() => onSelect(id)}
        >
          {name}
        </button>
        {edits && (
          <>
            <RowMenu row={row} onAsk={onAsk} />
            <ActionIcon
              ref={setHandle}
              variant="subtle"
              color="gray"
              size="sm"
              className={classes.handle}
              {...attributes}
              {...listeners}
              aria-label={t('drag', { name })}
            >
              <IconGripVertical size={16} />
            </ActionIcon>
          </>
        )}
      </div>
    </li>
  );
}

function RowMenu({ row: { category, hasChildren }, onAsk }: Pick<CategoryRowProps, 'row' | 'onAsk'>) {
  const t = useTranslations('nomenclature.tree');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          className={classes.menu}
          aria-label={t('menu', { name: category.name })}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAsk({ kind: 'create', parent: category })}>{t('addInto')}</Menu.Item>
        <Menu.Item onClick={() => onAsk({ kind: 'rename', category })}>{t('rename')}</Menu.Item>
        <Menu.Item color="red" disabled={hasChildren} onClick={() => onAsk({ kind: 'remove', category })}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
