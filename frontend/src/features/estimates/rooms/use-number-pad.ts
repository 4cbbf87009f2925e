'use client';

import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { createContext, useContext, useEffect, useState } from 'react';
import type { FocusEvent } from 'react';
import { rememberField } from './entry-steps';

export interface NumberPadState {
  /** The pad is on the screen, and fields keep the soft keyboard away. */
  shown: boolean;
  toggle: () => void;
}

/** On screens that are touched the pad is there by itself; a person's own choice is kept on the device. */
export function useNumberPad(): NumberPadState {
  const touched = useMediaQuery('(pointer: coarse)', false) ?? false;
  const [choice, setChoice] = useLocalStorage<'auto' | 'on' | 'off'>({ key: 'smet.number-pad', defaultValue: 'auto' });
  const shown = choice === 'auto' ? touched : choice === 'on';
  return { shown, toggle: () => setChoice(shown ? 'off' : 'on') };
}

const PadShown = createContext(false);
export const PadShownProvider = PadShown.Provider;

/** The keyboard a field of numbers asks for: none of its own while the pad is there. */
export function useInputMode(otherwise: 'decimal' | 'numeric'): 'none' | 'decimal' | 'numeric' {
  return useContext(PadShown) ? 'none' : otherwise;
}

const takesNumbers = (element: EventTarget | null): boolean =>
  element instanceof Element && element.matches('input[data-step]');

/**
 * Whether the pad stands under its fields. Where there is more than numbers it comes with a field and goes with it; the
 * field it would cover is moved into sight.
 */
export function usePadPlace(isOn: boolean, when: 'always' | 'while-typing') {
  const [isTyping, setTyping] = useState(false);
  const isShown = isOn && (when === 'always' || isTyping);
  useEffect(() => {
    if (isShown && isTyping) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [isShown, isTyping]);
  return {
    isShown,
    onFocus: (event: FocusEvent<HTMLElement>) => {
      rememberField(event);
      setTyping(takesNumbers(event.target));
    },
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>) => {
      if (!takesNumbers(relatedTarget)) setTyping(false);
    },
  };
}
