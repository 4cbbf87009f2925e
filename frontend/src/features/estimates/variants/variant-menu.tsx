'use client';

import { ActionIcon, Menu, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconArrowRight, IconDots, IconPencil, IconStar, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { offerUndo } from '../../../shared/ui/offer-undo';
import { useVariantName } from './use-variant-name';
import type { EstimateEditing } from '../model/use-estimate-form';

/** What can be done with the shown variant as a whole. */
export function VariantMenu({ editing: { form, variant, dispatch } }: { editing: EstimateEditing }) {
  const t = useTranslations('variants');
  const common = useTranslations('common');
  const [renaming, rename] = useDisclosure(false);
  const { id } = variant;
  const name = useVariantName(form)(id);
  const index = form.variants.indexOf(variant);
  const isCurrent = form.currentVariantId === id;
  const remove = () => {
    dispatch({ type: 'remove-variant', variantId: id });
    offerUndo(t('removed', { name }), () => dispatch({ type: 'restore-variant', variant, index, current: isCurrent }));
  };
  const move = (to: number) => dispatch({ type: 'move-variant', variantId: id, to });
  const isOne = form.variants.length === 1;
  return (
    <>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('actions', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={rename.open}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconStar size={16} />}
            disabled={isCurrent}
            onClick={() => dispatch({ type: 'current-variant', variantId: id })}
          >
            {t('makeCurrent')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowLeft size={16} />} disabled={index === 0} onClick={() => move(index - 1)}>
            {t('moveLeft')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowRight size={16} />}
            disabled={index === form.variants.length - 1}
            onClick={() => move(index + 1)}
          >
            {t('moveRight')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} disabled={isOne} onClick={remove}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={renaming}
        onClose={rename.close}
        title={t('rename')}
        size="sm"
        centered
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <form
          data-editor
          onSubmit={(event) => {
            event.preventDefault();
            rename.close();
          }}
        >
          <TextInput
            data-autofocus
            label={t('name')}
            maxLength={60}
            value={variant.name}
            placeholder={name}
            onChange={(event) => dispatch({ type: 'variant-name', name: event.currentTarget.value })}
            onFocus={(event) => event.currentTarget.select()}
          />
        </form>
      </Modal>
    </>
  );
}
