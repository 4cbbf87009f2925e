'use client';

import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Takes a person who could not send to the first field that is wrong; call the answer when sending is tried. */
export function useFirstWrong(form: RefObject<HTMLFormElement | null>): () => void {
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')?.focus();
  }, [form, tries]);
  return useCallback(() => setTries((before) => before + 1), []);
}
