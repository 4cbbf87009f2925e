'use client';

import { useTranslations } from 'next-intl';
import { IconRuler2 } from '@tabler/icons-react';
import { memo } from 'react';
import { EmptyState } from '../../shared/ui/empty-state';
import type { EditorActions } from './model/use-editor-actions';
import { AddRoom } from './rooms/add-room';
import { RoomList } from './rooms/room-list';
import type { RoomItem } from './rooms/room-list';
import classes from './editor.module.css';

interface RoomsPaneProps {
  items: RoomItem[];
  currency: string;
  selectedId: string | null;
  readOnly: boolean;
  actions: EditorActions;
  onOpen: (roomId: string) => void;
}

export const RoomsPane = memo(function RoomsPane(props: RoomsPaneProps) {
  const { items, currency, selectedId, readOnly, actions, onOpen } = props;
  const t = useTranslations('estimates.rooms');
  return (
    <section className={`${classes.pane} ${classes.rooms}`} aria-label={t('title')}>
      <h2 className={classes.paneTitle}>{t('title')}</h2>
      <div className={classes.scroll}>
        {items.length === 0 ? (
          <EmptyState
            icon={<IconRuler2 size={32} stroke={1.5} />}
            title={t('empty')}
            text={t('emptyText')}
            action={!readOnly && <AddRoom primary onAdd={actions.addRoom} />}
          />
        ) : (
          <RoomList
            items={items}
            currency={currency}
            selectedId={selectedId}
            readOnly={readOnly}
            actions={actions}
            onSelect={onOpen}
          />
        )}
      </div>
      {!readOnly && items.length > 0 && (
        <div className={classes.paneFoot}>
          <AddRoom onAdd={actions.addRoom} />
        </div>
      )}
    </section>
  );
});
