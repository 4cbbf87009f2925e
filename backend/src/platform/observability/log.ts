import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { redact, redactText } from './redact.js';
import { currentContext } from './request-context.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

export interface LogSettings {
  readonly level: LogLevel | 'silent';
  readonly stream?: DestinationStream;
}

/**
 * Structured log lines (JSON, one per line) without secrets and personal data. `message` is a constant text, what
 * varies goes into `fields`.
 */
@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(settings: LogSettings) {
    const options = { level: settings.level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
    this.logger = settings.stream ? pino(options, settings.stream) : pino(options);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** The framework's own news: which modules and routes there are. */
  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  info(message: string, fields?: LogFields): void {
    this.write('info', message, [fields]);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    // What keeps the process from starting is thrown as well, and told by the entry point in plain words.
    this.write(rest.at(-1) === 'ExceptionHandler' ? 'debug' : 'error', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  /** Nest passes a context (and a stack) as trailing strings, our own code one object of fields. */
  private write(level: LogLevel, message: unknown, rest: readonly unknown[]): void {
    if (!this.logger.isLevelEnabled(level)) return;
    const fields = rest.find((part) => typeof part === 'object' && part !== null);
    const texts = rest.filter((part): part is string => typeof part === 'string');
    const text = message instanceof Error ? message.message : typeof message === 'string' ? message : 'message';
    const extra = typeof message === 'object' ? { value: message } : {};
    const line = {
      requestId: currentContext()?.requestId,
      ...(texts.length > 0 ? { context: texts.at(-1), stack: texts.length > 1 ? texts[0] : undefined } : {}),
      ...extra,
      ...fields,
    };
    this.logger[level](redact(line) as object, redactText(text));
  }
}
