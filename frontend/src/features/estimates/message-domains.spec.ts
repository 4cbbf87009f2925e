import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED_DOMAINS } from '../../shared/i18n/messages';
import { ESTIMATE_MESSAGES } from './message-domains';

const HERE = 'frontend/src/features/estimates';

describe('texts of the estimate pages', () => {
  it('are sent for every component of the editor', () => {
    const used = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => [...readFileSync(join(HERE, path), 'utf8').matchAll(/useTranslations\('([a-z]+)/g)])
      .map(([, domain]) => domain);
    expect(used.length).toBeGreaterThan(0);
    const sent: readonly string[] = [...SHARED_DOMAINS, ...ESTIMATE_MESSAGES];
    expect([...new Set(used)].filter((domain) => !sent.includes(domain ?? ''))).toEqual([]);
  });
});
