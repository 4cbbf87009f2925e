import type { ContactWrite, FieldWrite, LeadWrite, StageKey } from '@smet/connectors/amocrm';
import type { ContactAgreement, LeadAgreement } from './content.js';

/**
 * The stored agreement, or null when there is none or it is of a form this version does not know: then everything is
 * sent again, which is harmless.
 */
export function readLeadAgreement(stored: unknown): LeadAgreement | null {
  if (!isRecord(stored) || stored['schemaVersion'] !== 1) return null;
  const sent = readContent(stored['sent']);
  return sent && { schemaVersion: 1, sent: { ...sent, ...readLeadNumbers(stored['sent']) }, seen: readStage(stored) };
}

export function readContactAgreement(stored: unknown): ContactAgreement | null {
  if (!isRecord(stored) || stored['schemaVersion'] !== 1) return null;
  const sent = readContent(stored['sent']);
  return sent && { schemaVersion: 1, sent };
}

/** What leads and contacts have in common. */
function readContent(value: unknown): ContactWrite | null {
  if (!isRecord(value)) return null;
  const { name, custom_fields_values: fields } = value;
  if (typeof name !== 'string' || !Array.isArray(fields)) return null;
  const read = fields.map(readField);
  return read.includes(null) ? null : { name, custom_fields_values: read.filter((field) => field !== null) };
}

function readField(value: unknown): FieldWrite | null {
  if (!isRecord(value) || typeof value['field_code'] !== 'string' || !Array.isArray(value['values'])) return null;
  const values = value['values'].flatMap((entry: unknown) => {
    if (!isRecord(entry) || typeof entry['value'] !== 'string') return [];
    const enumCode = entry['enum_code'];
    return [{ value: entry['value'], ...(typeof enumCode === 'string' && { enum_code: enumCode }) }];
  });
  return { field_code: value['field_code'], values };
}

function readLeadNumbers(value: unknown): Pick<LeadWrite, 'price' | 'pipeline_id' | 'status_id'> {
  if (!isRecord(value)) return {};
  const { price, pipeline_id: pipelineId, status_id: statusId } = value;
  return {
    ...(typeof price === 'number' && { price }),
    ...(typeof pipelineId === 'number' && { pipeline_id: pipelineId }),
    ...(typeof statusId === 'number' && { status_id: statusId }),
  };
}

function readStage(stored: Record<string, unknown>): StageKey | null {
  const { seen } = stored;
  if (!isRecord(seen)) return null;
  const { pipelineId, statusId } = seen;
  return typeof pipelineId === 'number' && typeof statusId === 'number' ? { pipelineId, statusId } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
