import { Clock } from '../../src/platform/clock/index.js';

/** Real time plus what a test adds to it. */
export class ShiftedClock extends Clock {
  private shiftMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }

  advance(ms: number): void {
    this.shiftMs += ms;
  }
}
