'use client';

import { Button, Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { documentHref } from '../../../shared/documents/documents';
import { useCan } from '../../../shared/session/session';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { Saving } from '../model/use-saving';
import { DOCUMENT_GROUPS, isThere } from './documents';
import classes from './documents.module.css';

interface DocumentsButtonProps {
  editing: EstimateEditing;
  saving: Saving;
}

/** Documents of the shown version and variant. They are printed from what is stored, so nothing unsaved may be there. */
export function DocumentsButton({ editing: { base, variant }, saving }: DocumentsButtonProps) {
  const t = useTranslations('documents');
  const can = useCan();
  const isSaved = saving.state === 'saved';
  const version = { id: base.id, number: base.number, variantId: variant.id };
  return (
    <Menu position="bottom-end" width={320} shadow="md">
      <Menu.Target>
        <Button variant="default" className={classes.opener} aria-label={t('open')} title={t('open')}>
          <IconFileText size={18} aria-hidden />
          <span className={classes.openerWords}>{t('open')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!isSaved && <Menu.Label className={classes.note}>{t('unsaved')}</Menu.Label>}
        {isSaved && base.status === 'draft' && <Menu.Label className={classes.note}>{t('draft')}</Menu.Label>}
        {DOCUMENT_GROUPS.filter(({ permission }) => can(permission)).map(({ name, documents }) => (
          <div key={name}>
            <Menu.Label>{t(name)}</Menu.Label>
            {documents
              .filter((link) => isThere(link, base, variant.id))
              .map((link) => (
                <Menu.Item
                  key={link.name}
                  component="a"
                  href={documentHref(version, link)}
                  target="_blank"
                  rel="noopener"
                  disabled={!isSaved}
                >
                  {t(link.name)}
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
