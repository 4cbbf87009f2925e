import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Config } from '../../../platform/config/index.js';
import { printerBusy, printingTooLong } from '../documents.errors.js';
import { print, type PrintJob } from './print.js';

/** Documents that wait for a thread; more are turned away with 503. */
const MOST_WAITING = 32;
const TIMEOUT_MS = 30_000;
const IDLE_MS = 60_000;

/**
 * Prints documents in threads of their own, started when the first one is asked for and ended when nobody asks any more.
 * With no threads configured it prints in the process, which is for tests that run from the sources.
 */
@Injectable()
export class DocumentPrinter implements OnApplicationShutdown {
  private pool: Piscina | null = null;

  constructor(private readonly config: Config) {}

  /**
   * The bytes of a document.
   * @throws AppError 503 DOCUMENT.PRINTER_BUSY while too many wait, DOCUMENT.TOO_LONG when it takes longer than 30 s
   */
  async print(job: PrintJob): Promise<Uint8Array> {
    if (this.config.pdfThreads === 0) return print(job);
    const pool = this.open();
    if (pool.queueSize >= MOST_WAITING) throw printerBusy();
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      // A task that is given up ends its thread; the pool starts another for the next one.
      return (await pool.run(job, { signal })) as Uint8Array;
    } catch (error) {
      throw signal.aborted ? printingTooLong(error) : error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const { pool } = this;
    this.pool = null;
    await pool?.destroy();
  }

  private open(): Piscina {
    this.pool ??= new Piscina({
      filename: new URL('./print-worker.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: this.config.pdfThreads,
      idleTimeout: IDLE_MS,
      maxQueue: MOST_WAITING + 1,
    });
    return this.pool;
  }
}
