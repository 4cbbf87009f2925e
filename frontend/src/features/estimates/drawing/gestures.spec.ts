import { describe, expect, it } from '@jest/globals';
import { NO_GESTURE, stepGesture } from './gestures';
import type { Gesture, PointerStep } from './gestures';

type Told = [type: PointerStep['type'], x: number, y: number, more?: { id?: number; time?: number; mouse?: boolean }];

function play(...steps: Told[]): Gesture[] {
  let state = NO_GESTURE;
  return steps.flatMap(([type, x, y, { id = 1, time = 0, mouse = false } = {}]) => {
    const [next, gestures] = stepGesture(state, { type, id, at: { x, y }, isTouch: !mouse, time });
    state = next;
    return gestures;
  });
}

const types = (gestures: Gesture[]): string[] => gestures.map(({ type }) => type);

describe('what fingers mean', () => {
  it('a finger that trembles is a tap, a mouse that goes as far is a stroke', () => {
    expect(types(play(['down', 10, 10], ['move', 15, 13], ['up', 15, 13]))).toEqual(['tap']);
    const mouse = { mouse: true };
    expect(types(play(['down', 10, 10, mouse], ['move', 15, 13, mouse], ['up', 15, 13, mouse]))).toEqual([
      'stroke-start',
      'stroke',
      'stroke-end',
    ]);
  });

  it('a stroke is told from where the finger was put down', () => {
    expect(play(['down', 10, 10], ['move', 40, 10])).toEqual([
      { type: 'stroke-start', at: { x: 10, y: 10 }, isTouch: true },
      { type: 'stroke', from: { x: 10, y: 10 }, at: { x: 40, y: 10 } },
    ]);
  });

  it('two taps at one place, soon after each other, are a double tap; a third is not', () => {
    const tap = (x: number, time: number): Told[] => [
      ['down', x, 5, { time }],
      ['up', x, 5, { time: time + 20 }],
    ];
    const seconds = (...steps: Told[]) => play(...steps).map((gesture) => gesture.type === 'tap' && gesture.isSecond);
    expect(seconds(...tap(5, 0), ...tap(9, 200), ...tap(5, 400))).toEqual([false, true, false]);
    expect(seconds(...tap(5, 0), ...tap(5, 900))).toEqual([false, false]);
    expect(seconds(...tap(5, 0), ...tap(95, 200))).toEqual([false, false]);
  });

  it('a second finger takes the stroke back and makes it a pinch from where the fingers are', () => {
    const gestures = play(
      ['down', 10, 10],
      ['move', 40, 10],
      ['down', 100, 10, { id: 2 }],
      ['move', 160, 10, { id: 2 }],
    );
    expect(types(gestures)).toEqual(['stroke-start', 'stroke', 'stroke-cancel', 'pinch-start', 'pinch']);
    expect(gestures.at(-1)).toEqual({
      type: 'pinch',
      from: [
        { x: 40, y: 10 },
        { x: 100, y: 10 },
      ],
      at: [
        { x: 40, y: 10 },
        { x: 160, y: 10 },
      ],
    });
  });

  it('the finger that stays after a pinch neither taps nor drags', () => {
    const gestures = play(
      ['down', 10, 10],
      ['down', 100, 10, { id: 2 }],
      ['up', 100, 10, { id: 2 }],
      ['move', 60, 60],
      ['up', 60, 60],
    );
    expect(types(gestures)).toEqual(['pinch-start', 'pinch-end']);
  });

  it('a stroke the system takes away is undone', () => {
    expect(types(play(['down', 10, 10], ['move', 40, 10], ['cancel', 40, 10]))).toEqual([
      'stroke-start',
      'stroke',
      'stroke-cancel',
    ]);
  });
});
