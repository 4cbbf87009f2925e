import type { SealedSecret } from '../../../platform/secrets/index.js';
import type { Problem } from '../sync/outcome-policy.js';

export type ConnectionState = 'active' | 'paused' | 'reauthorize' | 'blocked';

/** Names of a stage over there, kept for the page and the log. */
interface ExternalStageName {
  readonly pipelineId: number;
  readonly statusId: number;
  readonly pipeline: string;
  readonly status: string;
}

export interface ConnectionSettings {
  readonly schemaVersion: 1;
  readonly tokenHint: string;
  readonly stageNames: readonly ExternalStageName[];
  /** ISO 8601: amoCRM asked for no calls before this time. */
  readonly holdUntil: string | null;
}

export interface Connection {
  readonly id: string;
  readonly baseUrl: string;
  readonly secret: SealedSecret;
  readonly accountId: number | null;
  readonly accountName: string | null;
  readonly state: ConnectionState;
  readonly problemCode: string | null;
  readonly problemDetail: string | null;
  readonly lastSuccessAt: Date | null;
  readonly pullWatermark: Date | null;
  readonly settings: ConnectionSettings;
  readonly version: number;
}

/** What a person saves. */
export interface ConnectionDraft {
  readonly baseUrl: string;
  readonly secret: SealedSecret;
  readonly tokenHint: string;
  readonly accountId: number;
  readonly accountName: string;
  readonly stageNames: readonly ExternalStageName[];
}

/** Which way the work went that met trouble or success. */
export type Direction = 'push' | 'pull';

export interface ConnectionTrouble {
  readonly by: Direction;
  /** The state it goes to; `active` when it only met something that passes. */
  readonly state: ConnectionState;
  readonly problem: Problem;
  readonly holdUntil: Date | null;
}

/** Where a secret belongs: it opens nowhere else. */
export const secretPurpose = (connectionId: string) => `amocrm:${connectionId}`;

/** The end of the token, enough to tell two apart. */
export const tokenHint = (token: string) => `…${token.slice(-4)}`;

export function readSettings(stored: Readonly<Record<string, unknown>>): ConnectionSettings {
  const { tokenHint: hint, stageNames, holdUntil } = stored;
  return {
    schemaVersion: 1,
    tokenHint: typeof hint === 'string' ? hint : '',
    stageNames: Array.isArray(stageNames) ? stageNames.filter(isStageName) : [],
    holdUntil: typeof holdUntil === 'string' ? holdUntil : null,
  };
}

export function stageNameOf(
  settings: ConnectionSettings,
  stage: { readonly pipelineId: number; readonly statusId: number },
): { readonly pipeline: string; readonly status: string } {
  const found = settings.stageNames.find(
    (name) => name.pipelineId === stage.pipelineId && name.statusId === stage.statusId,
  );
  return found ?? { pipeline: String(stage.pipelineId), status: String(stage.statusId) };
}

function isStageName(value: unknown): value is ExternalStageName {
  if (typeof value !== 'object' || value === null) return false;
  const field = (name: keyof ExternalStageName): unknown => Reflect.get(value, name);
  return (
    typeof field('pipelineId') === 'number' &&
    typeof field('statusId') === 'number' &&
    typeof field('pipeline') === 'string' &&
    typeof field('status') === 'string'
  );
}
