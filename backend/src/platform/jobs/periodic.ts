import { Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { SystemTables } from '../database/index.js';
import { Clock } from '../clock/index.js';
import { Log } from '../observability/index.js';

const LONGEST_TICK_MS = 600_000;

export type PeriodicWork = () => Promise<void>;

interface Entry {
  readonly name: string;
  readonly seconds: number;
  readonly work: PeriodicWork;
}

/**
 * Work that repeats. Time is cut into slots of the period; every worker asks for the slot it is in, and the database
 * gives each slot to exactly one of them. The work itself should only enqueue jobs.
 */
@Injectable()
export class Periodic {
  private readonly entries: Entry[] = [];

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly tables: SystemTables,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Registers work (in `onModuleInit`); it runs in worker processes only, first within one period of their start, or
   * within ten minutes when the period is longer and its slot is still free.
   */
  every(name: string, seconds: number, work: PeriodicWork): void {
    if (this.entries.some((entry) => entry.name === name)) throw new Error(`two schedules named ${name}`);
    this.entries.push({ name, seconds, work });
  }

  /** Starts the timers; the worker process calls it once. */
  start(): void {
    for (const entry of this.entries) {
      // Twice per slot, so that a late timer does not skip one; a worker that lives for hours still meets a daily slot.
      const timer = setInterval(() => void this.tick(entry), Math.min(entry.seconds * 500, LONGEST_TICK_MS));
      this.registry.addInterval(entry.name, timer);
    }
  }

  stop(): void {
    for (const entry of this.entries) {
      if (this.registry.doesExist('interval', entry.name)) this.registry.deleteInterval(entry.name);
    }
  }

  private async tick(entry: Entry): Promise<void> {
    const period = entry.seconds * 1000;
    const slot = new Date(Math.floor(this.clock.now().getTime() / period) * period);
    try {
      if (await this.tables.claimSchedule(entry.name, slot)) await entry.work();
    } catch (error) {
      this.log.error('periodic work failed, the next slot tries again', { schedule: entry.name, error });
    }
  }
}
