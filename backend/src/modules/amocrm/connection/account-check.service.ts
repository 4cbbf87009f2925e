import { Injectable } from '@nestjs/common';
import {
  ensureCustomFields,
  getAccount,
  listPipelines,
  type AmocrmAccount,
  type AmocrmPipeline,
} from '@smet/connectors/amocrm';
import type { Failure } from '@smet/connectors/http';
import { AmocrmAlerts } from '../amocrm-alerts.js';
import { AmocrmClients } from '../amocrm-clients.js';
import { verdictOf, type Problem } from '../sync/outcome-policy.js';

export interface CheckedAccount {
  readonly account: AmocrmAccount;
  readonly pipelines: readonly AmocrmPipeline[];
}

export type AccountCheck =
  { readonly ok: true; readonly checked: CheckedAccount } | { readonly ok: false; readonly problem: Problem };

/** Tries an address and a token on the other side, outside of any transaction. */
@Injectable()
export class AccountCheckService {
  constructor(
    private readonly clients: AmocrmClients,
    private readonly alerts: AmocrmAlerts,
  ) {}

  /** Reads only: who answers and what may be read. */
  async test(baseUrl: string, token: string): Promise<AccountCheck> {
    const client = this.clients.open(baseUrl, token);
    const account = await getAccount(client);
    if (account.kind !== 'ok') return this.refused(account);
    const pipelines = await listPipelines(client);
    if (pipelines.kind !== 'ok') return this.refused(pipelines);
    return { ok: true, checked: { account: account.value, pipelines: pipelines.value } };
  }

  /** As `test`, and makes the fields that carry our ids over there: needs an administrator's token. */
  async prepare(baseUrl: string, token: string): Promise<AccountCheck> {
    const check = await this.test(baseUrl, token);
    if (!check.ok) return check;
    const fields = await ensureCustomFields(this.clients.open(baseUrl, token));
    return fields.kind === 'ok' ? check : this.refused(fields);
  }

  private refused(failure: Failure): AccountCheck {
    this.alerts.watch(failure, { by: 'check' });
    return { ok: false, problem: verdictOf(failure).problem };
  }
}
