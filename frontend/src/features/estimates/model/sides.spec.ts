import { describe, expect, it } from '@jest/globals';
import { emptyForm } from './empty-form';
import { sidesOf } from './sides';

const savedForm = emptyForm('Смета');
const titled = (title: string) => ({ ...savedForm, title });

describe('what has to be put together', () => {
  const pending = { base: savedForm, mine: titled('Черновик'), theirs: titled('Сохранено') };
  const here = { savedForm: titled('Сохранено'), form: titled('Сохранено'), sent: null, pending: null };

  it('is nothing while nobody saved and no draft waits', () => {
    expect(sidesOf(here, null)).toBeNull();
  });

  it('stays the draft that waits when others save once more', () => {
    const newer = titled('Снова сохранено');
    expect(sidesOf({ ...here, pending }, newer)).toEqual({ base: savedForm, mine: pending.mine, theirs: newer });
  });

  it('knows what was sent', () => {
    const sent = titled('Отправлено');
    expect(sidesOf({ ...here, sent }, savedForm)?.sent).toBe(sent);
  });
});
