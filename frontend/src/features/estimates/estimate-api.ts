import type { ApiClient } from '@smet/api-client';
import type { EstimateDraft, MoneyTerms, PricedItem, RoomInput, RuleSet } from '@smet/estimating';
import { unwrap } from '../../shared/api/problems';
import type { EstimateTemplate, EstimateView, TemplateHead } from './model/types';

/** The documents inside an estimate are those of the estimating library; the API describes them as plain JSON. */
interface DocumentClient {
  GET: Call;
  PUT: Call;
  POST: Call;
  DELETE: Call;
}

type Call = (
  path: string,
  init: { params?: { path?: Record<string, string | number> }; body?: unknown; keepalive?: boolean },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What recalculation would use. */
export interface FreshPrices {
  pricedAt: string;
  /** Of everything beside the prices; repricing sends it back, so that what was shown is what is taken. */
  digest: string;
  ruleSet: RuleSet;
  terms: MoneyTerms;
  priceBook: PricedItem[];
}

export interface Present {
  userId: string;
  name: string;
}

type SaveBody = Pick<EstimateView, 'version' | 'title' | 'currentVariantId' | 'draft'>;

/** Every call about one estimate, with its documents named. */
export function estimateApi(api: ApiClient, id: string) {
  const client = api as unknown as DocumentClient;
  const path = { id };
  const estimate = async (call: ReturnType<Call>) => (await unwrap(call)) as EstimateView;
  const at = '/api/v1/estimates/{id}';
  return {
    get: () => estimate(client.GET(at, { params: { path } })),
    version: (number: number) => estimate(client.GET(`${at}/versions/{number}`, { params: { path: { id, number } } })),
    /** `keepalive`: goes on when the page is closed, at most 64 kB. */
    save: (body: SaveBody, keepalive: boolean) => estimate(client.PUT(at, { params: { path }, body, keepalive })),
    issue: (body: { version: number; validUntil: string | null }) =>
      estimate(client.POST(`${at}/issue`, { params: { path }, body })),
    newVersion: (body: { version: number }) => estimate(client.POST(`${at}/versions`, { params: { path }, body })),
    freshPrices: async () => (await unwrap(client.GET(`${at}/fresh-prices`, { params: { path } }))) as FreshPrices,
    reprice: (body: { version: number; pricedAt: string; digest: string }) =>
      estimate(client.POST(`${at}/reprice`, { params: { path }, body })),
    askApproval: (body: { version: number; comment?: string }) =>
      estimate(client.POST(`${at}/approval`, { params: { path }, body })),
    decideApproval: (body: { version: number; given: boolean; comment?: string }) =>
      estimate(client.POST(`${at}/approval/decision`, { params: { path }, body })),
    /** Says that this person is here; answers who else is. */
    beHere: async () =>
      ((await unwrap(client.PUT(`${at}/presence`, { params: { path } }))) as { others: Present[] }).others,
  };
}

export type EstimateApi = ReturnType<typeof estimateApi>;

/** A template before it is kept. */
export type NewTemplate =
  { kind: 'estimate'; name: string; document: EstimateDraft } | { kind: 'room'; name: string; document: RoomInput };

/** Estimates and rooms kept to begin others from. */
export function templateApi(api: ApiClient) {
  const client = api as unknown as DocumentClient;
  const at = '/api/v1/estimate-templates';
  return {
    /** By kind and name, without their documents. */
    list: async () => ((await unwrap(client.GET(at, {}))) as { items: TemplateHead[] }).items,
    get: async (id: string) =>
      (await unwrap(client.GET(`${at}/{id}`, { params: { path: { id } } }))) as EstimateTemplate,
    create: async (body: NewTemplate) => (await unwrap(client.POST(at, { body }))) as EstimateTemplate,
    remove: (id: string) => unwrap(client.DELETE(`${at}/{id}`, { params: { path: { id } } })),
  };
}
