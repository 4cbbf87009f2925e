import type * as T from './types.js';

interface Json<B> {
  content: { 'application/json': B };
}
interface Answers<Ok> {
  200: { headers: Record<string, unknown> } & Json<Ok>;
  default: { headers: Record<string, unknown>; content: { 'application/problem+json': T.Problem } };
}
/** A route without parameters in its path takes none; one with them cannot be called without. */
type InPath<Path> = [Path] extends [never] ? { path?: never } : { path: Path };

interface Read<Ok, Query = never, Path = never> {
  parameters: { query?: Query; header?: never; cookie?: never } & InPath<Path>;
  requestBody?: never;
  responses: Answers<Ok>;
}
interface Write<Ok, Body = never, Path = never> {
  parameters: { query?: never; header?: { 'idempotency-key'?: string }; cookie?: never } & InPath<Path>;
  requestBody: Json<Body>;
  responses: Answers<Ok>;
}
interface Act<Ok, Path = never> {
  parameters: { query?: never; header?: { 'idempotency-key'?: string }; cookie?: never } & InPath<Path>;
  requestBody?: never;
  responses: Answers<Ok>;
}
interface ById {
  id: string;
}

/** The routes of API v1 in the shape openapi-fetch reads. */
export interface paths {
  '/api/v1/auth/sign-in': { post: Write<{ user: T.Me }, { email: string; password: string }> };
  '/api/v1/auth/sign-out': { post: Act<undefined> };
  '/api/v1/auth/me': { get: Read<T.Me>; patch: Write<T.Me, { colorScheme: T.ColorScheme }> };
  '/api/v1/users': { get: Read<T.Page<T.User>, { role?: string }> };
  '/api/v1/pipelines': { get: Read<{ items: T.Pipeline[] }> };
  '/api/v1/clients/lookup': { get: Read<T.ClientLookup, { phone: string }> };
  '/api/v1/items': { get: Read<T.Page<T.Item>, { query?: string; limit?: number; cursor?: string }> };
  '/api/v1/orders': {
    get: Read<
      T.Page<T.OrderRow>,
      {
        limit?: number;
        cursor?: string;
        sort?: T.OrderSort;
        stageId?: string;
        responsibleUserId?: string;
        measurerUserId?: string;
        query?: string;
      }
    >;
    post: Write<T.Order, T.CreateOrder>;
  };
  '/api/v1/orders/{id}': { get: Read<T.Order, never, ById>; patch: Write<T.Order, T.UpdateOrder, ById> };
  '/api/v1/orders/{id}/stage': { post: Write<T.Order, { version: number; stageId: string }, ById> };
  '/api/v1/orders/{id}/estimates': { post: Write<T.Estimate, { title?: string }, ById> };
  '/api/v1/estimates/{id}': { get: Read<T.Estimate, never, ById>; put: Write<T.Estimate, T.SaveEstimate, ById> };
  '/api/v1/integrations/amocrm': {
    get: Read<T.AmocrmIntegration>;
    put: Write<T.AmocrmIntegration, { baseUrl: string; token?: string; version?: number }>;
  };
  '/api/v1/integrations/amocrm/test': { post: Write<T.AmocrmTest, { baseUrl: string; token?: string }> };
  '/api/v1/integrations/amocrm/pause': { post: Act<T.AmocrmIntegration> };
  '/api/v1/integrations/amocrm/resume': { post: Act<T.AmocrmIntegration> };
  '/api/v1/integrations/amocrm/orders/{orderId}/retry': { post: Act<T.AmocrmIntegration, { orderId: string }> };
}
