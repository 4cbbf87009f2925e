import type { ContactWrite, FieldWrite, LeadWrite } from '@smet/connectors/amocrm';
import { sameStage, stageOfLead, type ContactAgreement, type LeadAgreement } from './content.js';

export type LeadStep =
  | { readonly kind: 'nothing' }
  /** `askFirst`: an earlier try may have created it since then; null when it cannot be there. */
  | { readonly kind: 'create'; readonly askFirst: Date | null }
  | { readonly kind: 'change'; readonly externalId: number; readonly change: LeadWrite };

export interface LeadLinkFacts {
  readonly externalId: number | null;
  /** When the first call with an outcome not known yet was begun. */
  readonly intentAt: Date | null;
  readonly agreement: LeadAgreement | null;
}

/** What has to be done so that the lead says what the order says. */
export function decideLead(link: LeadLinkFacts, wanted: LeadWrite): LeadStep {
  if (link.externalId === null) return { kind: 'create', askFirst: link.intentAt };
  const change = changedSinceSent(link.agreement?.sent ?? {}, wanted);
  return change === null ? { kind: 'nothing' } : { kind: 'change', externalId: link.externalId, change };
}

/**
 * What changed on our side since it was sent, null when nothing did. Compared with what we sent and not with what
 * stands there now: a name that somebody improved in amoCRM stays until the order itself changes. A stage that has no
 * counterpart says nothing.
 */
export function changedSinceSent(sent: LeadWrite, wanted: LeadWrite): LeadWrite | null {
  const stage = stageOfLead(wanted);
  const fields = changedFields(sent.custom_fields_values ?? [], wanted.custom_fields_values ?? []);
  const change: LeadWrite = {
    ...(wanted.name !== sent.name && { name: wanted.name }),
    ...(wanted.price !== sent.price && { price: wanted.price }),
    ...(stage !== null &&
      !sameStage(stage, stageOfLead(sent)) && { pipeline_id: stage.pipelineId, status_id: stage.statusId }),
    ...(fields.length > 0 && { custom_fields_values: fields }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** What we said of the lead in all: what is not said now was said before and still holds. */
export function agreedOn(agreement: LeadAgreement | null, wanted: LeadWrite): LeadAgreement {
  const sent = { ...agreement?.sent, ...wanted };
  const moved = stageOfLead(wanted);
  const unmoved = sameStage(moved, stageOfLead(agreement?.sent ?? {}));
  return { schemaVersion: 1, sent, seen: moved === null || unmoved ? (agreement?.seen ?? moved) : moved };
}

/**
 * The client's name goes out again only when it changed after it was sent, so that a contact found by its phone keeps
 * the name it has there.
 */
export function withOwnName(
  change: ContactWrite | null,
  agreement: ContactAgreement | null,
  wanted: ContactWrite,
): ContactWrite | null {
  if (agreement === null || agreement.sent.name === wanted.name) return change;
  return { ...change, name: wanted.name };
}

function changedFields(sent: readonly FieldWrite[], wanted: readonly FieldWrite[]): FieldWrite[] {
  const textOf = (field: FieldWrite | undefined) => JSON.stringify(field?.values?.map(({ value }) => value) ?? null);
  return wanted.filter(
    (field) => textOf(field) !== textOf(sent.find(({ field_code: code }) => code === field.field_code)),
  );
}
