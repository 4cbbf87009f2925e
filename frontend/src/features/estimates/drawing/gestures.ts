import type { Spot } from './viewport';

/** A pointer event as far as gestures care. */
export interface PointerStep {
  type: 'down' | 'move' | 'up' | 'cancel';
  id: number;
  at: Spot;
  isTouch: boolean;
  /** Milliseconds. */
  time: number;
}

/** What the fingers mean. A stroke is one pointer that moves: a pan, or a drag of what it began on. */
export type Gesture =
  | { type: 'tap'; at: Spot; isTouch: boolean; isSecond: boolean }
  | { type: 'stroke-start'; at: Spot; isTouch: boolean }
  | { type: 'stroke'; from: Spot; at: Spot }
  | { type: 'stroke-end' }
  | { type: 'stroke-cancel' }
  | { type: 'pinch-start' }
  | { type: 'pinch'; from: readonly [Spot, Spot]; at: readonly [Spot, Spot] }
  | { type: 'pinch-end' };

interface Pointer {
  id: number;
  from: Spot;
  at: Spot;
}

export interface GestureState {
  phase: 'idle' | 'pressed' | 'stroke' | 'pinch' | 'spent';
  pointers: Pointer[];
  lastTap: { at: Spot; time: number } | null;
}

export const NO_GESTURE: GestureState = { phase: 'idle', pointers: [], lastTap: null };

/** A hand is never quite still. */
const STILL_PX = { touch: 9, mouse: 4 };
const SECOND_TAP_MS = 320;
const SECOND_TAP_PX = 28;

type Step = [GestureState, Gesture[]];

const apart = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** One pointer event further: the new state and what just happened, in order. */
export function stepGesture(state: GestureState, step: PointerStep): Step {
  if (step.type === 'down') return press(state, step);
  if (!state.pointers.some(({ id }) => id === step.id)) return [state, []];
  if (step.type === 'move') return move(state, step);
  return lift(state, step);
}

const endOfPinch = ({ phase }: GestureState): Gesture[] => (phase === 'pinch' ? [{ type: 'pinch-end' }] : []);

function press(state: GestureState, { id, at }: PointerStep): Step {
  const pointers = [...state.pointers.filter((known) => known.id !== id), { id, from: at, at }];
  if (pointers.length === 1) return [{ ...state, phase: 'pressed', pointers }, []];
  if (pointers.length > 2 || state.phase === 'spent')
    return [{ ...state, phase: 'spent', pointers }, endOfPinch(state)];
  // A second finger makes it a pinch: what the first one had begun is taken back.
  const began = pointers.map((pointer) => ({ ...pointer, from: pointer.at }));
  const undone: Gesture[] = state.phase === 'stroke' ? [{ type: 'stroke-cancel' }] : [];
  return [{ phase: 'pinch', pointers: began, lastTap: null }, [...undone, { type: 'pinch-start' }]];
}

function move(state: GestureState, { id, at, isTouch }: PointerStep): Step {
  const pointers = state.pointers.map((pointer) => (pointer.id === id ? { ...pointer, at } : pointer));
  const moved = { ...state, pointers };
  const [first, second] = pointers;
  if (state.phase === 'pinch' && first && second) {
    return [moved, [{ type: 'pinch', from: [first.from, second.from], at: [first.at, second.at] }]];
  }
  if (!first || (state.phase !== 'pressed' && state.phase !== 'stroke')) return [moved, []];
  const stroke: Gesture = { type: 'stroke', from: first.from, at };
  if (state.phase === 'stroke') return [moved, [stroke]];
  if (apart(first.from, at) < (isTouch ? STILL_PX.touch : STILL_PX.mouse)) return [moved, []];
  return [{ ...moved, phase: 'stroke' }, [{ type: 'stroke-start', at: first.from, isTouch }, stroke]];
}

function lift(state: GestureState, step: PointerStep): Step {
  const pointers = state.pointers.filter(({ id }) => id !== step.id);
  const phase = pointers.length === 0 ? 'idle' : 'spent';
  const rest = { ...state, phase, pointers } as const;
  if (state.phase === 'stroke') return [rest, [{ type: step.type === 'up' ? 'stroke-end' : 'stroke-cancel' }]];
  if (state.phase !== 'pressed' || step.type === 'cancel') return [rest, endOfPinch(state)];
  const { lastTap } = state;
  const isSecond =
    lastTap !== null && step.time - lastTap.time < SECOND_TAP_MS && apart(lastTap.at, step.at) < SECOND_TAP_PX;
  const tap: Gesture = { type: 'tap', at: step.at, isTouch: step.isTouch, isSecond };
  return [{ ...rest, lastTap: isSecond ? null : { at: step.at, time: step.time } }, [tap]];
}
