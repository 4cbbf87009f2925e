'use client';

import { Button, ColorInput, FileButton, Group, Stack } from '@mantine/core';
import type { Company } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Panel } from '../../../shared/ui/panel';
import type { CompanyPanelProps } from './company-view';
import { readLogo } from './read-logo';
import classes from '../settings.module.css';

/** Colours that stay readable on white paper. */
const SWATCHES = ['#077a61', '#0b7285', '#1864ab', '#5f3dc4', '#a61e4d', '#c92a2a', '#9a5b00', '#343a40'];

/** Logo and colour of proposals. */
export function BrandPanel({
  form,
  change,
  errorOf,
  readOnly,
  stored,
}: CompanyPanelProps & { stored: Company['logo'] }) {
  const t = useTranslations('settings.company.brand');
  const [refusal, setRefusal] = useState<'tooLarge' | 'notPicture' | null>(null);
  const forget = useRef<() => void>(null);
  const { logo } = form;
  const shown = logo.kind === 'new' ? logo : logo.kind === 'kept' ? stored : null;
  const choose = async (file: File | null) => {
    forget.current?.();
    if (!file) return;
    const read = readLogo(new Uint8Array(await file.arrayBuffer()));
    setRefusal(read.ok ? null : read.why);
    if (read.ok) change({ logo: { kind: 'new', type: read.type, data: read.data } });
  };
  const remove = () => {
    setRefusal(null);
    change({ logo: stored ? { kind: 'removed' } : { kind: 'kept' } });
  };
  return (
    <Panel title={t('title')}>
      <Stack gap="md">
        <Group gap="md" align="center">
          <div className={classes.logo}>
            {shown ? <img src={`data:${shown.type};base64,${shown.data}`} alt={t('logo')} /> : t('noLogo')}
          </div>
          {!readOnly && (
            <Stack gap="xs">
              <Group gap="sm">
                <FileButton resetRef={forget} accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
                  {(button) => (
                    <Button variant="default" {...button}>
                      {t(shown ? 'replace' : 'choose')}
                    </Button>
                  )}
                </FileButton>
                {shown && (
                  <Button variant="subtle" color="gray" onClick={remove}>
                    {t('remove')}
                  </Button>
                )}
              </Group>
              <p className={classes.about}>{t('about')}</p>
            </Stack>
          )}
        </Group>
        <div aria-live="polite" className={classes.wrong}>
          {refusal && t(refusal)}
        </div>
        <ColorInput
          label={t('color')}
          description={t('colorAbout')}
          placeholder={t('colorNone')}
          format="hex"
          withEyeDropper={false}
          swatches={SWATCHES}
          value={form.brandColor}
          error={errorOf('brandColor')}
          readOnly={readOnly}
          onChange={(brandColor) => change({ brandColor })}
        />
      </Stack>
    </Panel>
  );
}
