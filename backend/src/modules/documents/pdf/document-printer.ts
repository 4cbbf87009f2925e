import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Config } from '../../../platform/config/index.js';
import { etagOf } from '../document-file.js';
import { printerBusy, printingTooLong } from '../documents.errors.js';
import { PrintCache } from './print-cache.js';
import { print, type PrintJob } from './print.js';
import { Turns } from './turns.js';

/** Documents that wait for a thread; more are turned away with 503. */
const MOST_WAITING = 32;
const TIMEOUT_MS = 30_000;
const IDLE_MS = 60_000;
/** Of prints that are kept: some hundred documents. */
const KEPT_BYTES = 32 * 1024 * 1024;

/**
 * Prints documents in threads of their own, started when the first one is asked for and ended when nobody asks any more.
 * The same print is made once.
 * With no threads configured it prints in the process, which is for tests that run from the sources.
 */
@Injectable()
export class DocumentPrinter implements OnApplicationShutdown {
  private pool: Piscina | null = null;

  private readonly cache = new PrintCache(KEPT_BYTES);
  private readonly turns: Turns;

  constructor(private readonly config: Config) {
    this.turns = new Turns({ running: Math.max(1, config.pdfThreads), waiting: MOST_WAITING }, printerBusy);
  }

  /**
   * The bytes of a document.
   * @throws AppError 503 DOCUMENT.PRINTER_BUSY while too many wait, DOCUMENT.TOO_LONG when printing, without the
   * waiting before, takes longer than 30 s
   */
  print(job: PrintJob): Promise<Uint8Array> {
    return this.cache.get(etagOf(job), () => this.turns.take(() => this.run(job)));
  }

  private async run(job: PrintJob): Promise<Uint8Array> {
    if (this.config.pdfThreads === 0) return print(job);
    const pool = this.open();
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
    });
    return this.pool;
  }
}
