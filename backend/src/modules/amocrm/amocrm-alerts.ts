import { Injectable } from '@nestjs/common';
import type { Failure } from '@smet/connectors/http';
import { Log } from '../../platform/observability/index.js';

/** Tells us of what neither time nor the customer will mend. */
@Injectable()
export class AmocrmAlerts {
  constructor(private readonly log: Log) {}

  /** Every failure of a call passes here; only a defect of ours is told. */
  watch(failure: Failure, about: Readonly<Record<string, unknown>>): void {
    if (failure.kind !== 'bug') return;
    const { code, details, requestId: amocrmRequestId } = failure;
    this.log.error('amoCRM was sent what can never be right', { ...about, code, details, amocrmRequestId });
  }
}
