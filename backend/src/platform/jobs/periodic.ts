import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SystemTables } from '../database/index.js';
import { Clock } from '../clock/index.js';
import { Log } from '../observability/index.js';

/** How late a slot may be noticed; what is asked of the database is one question per slot, not per tick. */
const TICK_MS = 250;

/** `slot` is the beginning of the slot the work is done for. */
export type PeriodicWork = (slot: Date) => Promise<void>;

interface Entry {
  readonly name: string;
  readonly periodMs: number;
  readonly work: PeriodicWork;
  /** The slot this process has asked for last, in milliseconds. */
  asked: number | null;
}

/**
 * Work that repeats. Time is cut into slots of the period; every worker asks for the slot it is in, and the database
 * gives each slot to exactly one of them. The work itself should only enqueue jobs.
 */
@Injectable()
export class Periodic {
  private readonly entries: Entry[] = [];
  private running = false;

  constructor(
    private readonly tables: SystemTables,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Registers work (in `onModuleInit`); it runs in worker processes only, in the slot of their start if that is free. */
  every(name: string, seconds: number, work: PeriodicWork): void {
    if (this.entries.some((entry) => entry.name === name)) throw new Error(`two schedules named ${name}`);
    this.entries.push({ name, periodMs: seconds * 1000, work, asked: null });
  }

  /** From now on this process takes slots; the worker process calls it once. */
  start(): void {
    this.running = true;
  }

  stop(): void {
    this.running = false;
  }

  /** Called by the scheduler of @nestjs/schedule, in every process. */
  @Interval('periodic', TICK_MS)
  tick(): void {
    if (!this.running) return;
    for (const entry of this.entries) {
      const slot = Math.floor(this.clock.now().getTime() / entry.periodMs) * entry.periodMs;
      if (entry.asked === slot) continue;
      entry.asked = slot;
      void this.ask(entry, new Date(slot));
    }
  }

  private async ask(entry: Entry, slot: Date): Promise<void> {
    try {
      if (!(await this.tables.claimSchedule(entry.name, slot))) return;
    } catch (error) {
      this.log.error('a slot of periodic work could not be asked for, the next tick tries again', {
        schedule: entry.name,
        error,
      });
      entry.asked = null;
      return;
    }
    try {
      await entry.work(slot);
    } catch (error) {
      this.log.error('periodic work failed, the next slot tries again', { schedule: entry.name, error });
    }
  }
}
