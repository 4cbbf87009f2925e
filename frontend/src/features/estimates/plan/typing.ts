export interface Typing {
  /** True when the text was taken as a value. */
  type: (text: string) => boolean;
  /** Puts back what was there before. */
  cancel: () => void;
}

/**
 * A value from its first typed character until the field is left. Every text that is a value is taken at once; one that
 * is none puts back what was shown before. `commit` stays the one of the beginning: each value is reckoned from the
 * state typing began in, so that "2" on the way to "200" leaves no trace.
 */
export function startTyping(shown: string, commit: (text: string) => boolean): Typing {
  let isTaken = false;
  const cancel = (): void => {
    if (isTaken) commit(shown);
    isTaken = false;
  };
  return {
    type: (text) => {
      if (commit(text)) isTaken = true;
      else cancel();
      return isTaken;
    },
    cancel,
  };
}
