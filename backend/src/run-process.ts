import { DatabaseUnavailable } from '@smet/database';
import { ConfigError, readConfig, type Config } from './platform/config/index.js';
import { Log } from './platform/observability/index.js';

const DRAIN_MS = 15_000;

export interface Running {
  close(): Promise<void>;
  /** Rejects when the process can no longer do its work. */
  readonly broken?: Promise<unknown>;
}

/**
 * Reads the configuration, starts, and stays until a signal. Stopping drains: requests and jobs in hand are finished.
 * What keeps it from starting is told in plain lines on stderr.
 */
export async function runProcess(start: (config: Config, log: Log) => Promise<Running>): Promise<void> {
  let running: Running;
  let log: Log;
  try {
    const config = readConfig(process.env);
    log = new Log({ level: config.logLevel });
    running = await start(config, log);
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
  const stop = stopOnce(running, log);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  running.broken?.catch((error: unknown) => {
    log.error('the process cannot go on', { error });
    stop(1);
  });
}

function stopOnce(running: Running, log: Log): (code: number) => void {
  let stopping = false;
  return (code) => {
    if (stopping) process.exit(1); // asked twice: give up waiting
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    running.close().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error('stopping failed', { error });
        process.exit(1);
      },
    );
  };
}

/** Expected reasons as they are, a defect with its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseUnavailable) return error.message;
  if (error instanceof Error && Reflect.get(error, 'code') === 'EADDRINUSE') {
    return `the port ${String(Reflect.get(error, 'port'))} is taken: stop what uses it or set API_PORT`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
