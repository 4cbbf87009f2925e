'use client';

import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { createContext, useContext } from 'react';

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
