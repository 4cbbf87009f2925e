import type { AmocrmClient, ContactWrite, LeadWrite, SyncedClient } from '@smet/connectors/amocrm';
import type { Connection } from '../connection/connection.js';
import type { ContactAgreement } from './content.js';
import type { LeadStep } from './push-decision.js';
import type { LeadAgreement } from './content.js';

/** Everything one push needs, read in one transaction; nothing of it is read again during the calls. */
export interface PushWork {
  readonly connection: Connection;
  readonly client: AmocrmClient;
  readonly order: { readonly id: string; readonly number: number };
  readonly lead: {
    readonly linkId: string;
    readonly wanted: LeadWrite;
    readonly hash: string;
    readonly agreement: LeadAgreement | null;
    readonly step: LeadStep;
    readonly externalId: number | null;
    readonly attempts: number;
    readonly problemCode: string | null;
  };
  readonly contact: {
    readonly linkId: string;
    readonly person: SyncedClient;
    readonly wanted: ContactWrite;
    readonly hash: string;
    readonly agreement: ContactAgreement | null;
    /** Null when it has to be looked for. */
    readonly externalId: number | null;
    /** False when the contact already says what the client says. */
    readonly changed: boolean;
    /** When an earlier create may have happened. */
    readonly askSince: Date | null;
  };
}

export type Sent = 'created' | 'adopted' | 'changed' | 'unchanged';

export const unixSeconds = (time: Date): number => Math.floor(time.getTime() / 1000);
