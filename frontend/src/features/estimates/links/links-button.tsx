'use client';

import { Button, Drawer, Loader, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLink } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { viewProblem } from '../../../shared/api/problems';
import { useCan } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { EstimateView } from '../model/types';
import { LinkCard } from './link-card';
import { NewLink } from './new-link';
import { useLinks } from './use-links';

/** Links for the client: making them, and what came of them. */
export function LinksButton({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('links');
  const common = useTranslations('common');
  const [opened, drawer] = useDisclosure(false);
  const can = useCan();
  if (!can('estimate:edit')) return null;
  return (
    <>
      <Button leftSection={<IconLink size={18} aria-hidden />} onClick={drawer.open}>
        {t('button')}
      </Button>
      <Drawer
        opened={opened}
        onClose={drawer.close}
        position="right"
        size="lg"
        title={t('title')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {opened && <Links estimate={estimate} />}
      </Drawer>
    </>
  );
}

function Links({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('links');
  const links = useLinks(estimate.id, true);
  if (links.isPending) return <Loader />;
  if (links.isError) return <ProblemAlert problem={viewProblem(links.error)} onRetry={() => void links.refetch()} />;
  const { items, mailAvailable } = links.data;
  return (
    <Stack gap="md">
      <Text size="sm">{t('lead')}</Text>
      <NewLink estimate={estimate} mailAvailable={mailAvailable} />
      {items.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      {items.map((link) => (
        <LinkCard key={link.id} link={link} estimateId={estimate.id} readAt={links.dataUpdatedAt} />
      ))}
    </Stack>
  );
}
