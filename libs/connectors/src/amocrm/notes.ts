import type { Outcome } from '../http/index.js';
import type { AmocrmClient } from './client.js';
import { contentOf } from './content.js';
import { decodeCreated } from './decode.js';
import type { Created } from './types.js';

/** `POST /leads/{id}/notes`: a plain text note on the lead's feed. */
export async function createLeadNote(client: AmocrmClient, leadId: number, text: string): Promise<Outcome<Created>> {
  const json = [{ note_type: 'common', params: { text } }];
  const call = { method: 'POST', path: `/api/v4/leads/${leadId}/notes`, json, oneThing: true } as const;
  return contentOf(await client.call(call, decodeCreated('notes')), 'write');
}
