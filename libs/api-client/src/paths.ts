import type * as T from './types.js';

interface Json<B> {
  content: { 'application/json': B };
}
interface Answers<Ok> {
  200: { headers: Record<string, unknown> } & Json<Ok>;
  default: { headers: Record<string, unknown>; content: { 'application/problem+json': T.Problem } };
}
interface Read<Ok, Query = never, Path = never> {
  parameters: { query?: Query; path: Path; header?: never; cookie?: never };
  requestBody?: never;
  responses: Answers<Ok>;
}
interface Write<Ok, Body = never, Path = never> {
  parameters: { query?: never; path: Path; header?: { 'idempotency-key'?: string }; cookie?: never };
  requestBody: Json<Body>;
  responses: Answers<Ok>;
}
interface Act<Ok, Path = never> {
  parameters: { query?: never; path: Path; header?: { 'idempotency-key'?: string }; cookie?: never };
  requestBody?: never;
  responses: Answers<Ok>;
}
interface ById {
  id: string;
}
type NoPath = Record<string, never> | undefined;

/** The routes of API v1 in the shape openapi-fetch reads. */
export interface paths {
  '/api/v1/auth/sign-in': { post: Write<{ user: T.Me }, { email: string; password: string }, NoPath> };
  '/api/v1/auth/sign-out': { post: Act<undefined, NoPath> };
  '/api/v1/auth/me': { get: Read<T.Me, never, NoPath>; patch: Write<T.Me, { colorScheme: T.ColorScheme }, NoPath> };
  '/api/v1/users': { get: Read<T.Page<T.User>, { role?: string }, NoPath> };
  '/api/v1/pipelines': { get: Read<{ items: T.Pipeline[] }, never, NoPath> };
  '/api/v1/clients/lookup': { get: Read<T.ClientLookup, { phone: string }, NoPath> };
  '/api/v1/items': { get: Read<T.Page<T.Item>, { query?: string; limit?: number; cursor?: string }, NoPath> };
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
      },
      NoPath
    >;
    post: Write<T.Order, T.CreateOrder, NoPath>;
  };
  '/api/v1/orders/{id}': { get: Read<T.Order, never, ById>; patch: Write<T.Order, T.UpdateOrder, ById> };
  '/api/v1/orders/{id}/stage': { post: Write<T.Order, { version: number; stageId: string }, ById> };
  '/api/v1/orders/{id}/estimates': { post: Write<T.Estimate, { title?: string }, ById> };
  '/api/v1/estimates/{id}': { get: Read<T.Estimate, never, ById>; put: Write<T.Estimate, T.SaveEstimate, ById> };
  '/api/v1/integrations/amocrm': {
    get: Read<T.AmocrmIntegration, never, NoPath>;
    put: Write<T.AmocrmIntegration, { baseUrl: string; token?: string; version?: number }, NoPath>;
  };
  '/api/v1/integrations/amocrm/test': { post: Write<T.AmocrmTest, { baseUrl: string; token?: string }, NoPath> };
  '/api/v1/integrations/amocrm/pause': { post: Act<T.AmocrmIntegration, NoPath> };
  '/api/v1/integrations/amocrm/resume': { post: Act<T.AmocrmIntegration, NoPath> };
  '/api/v1/integrations/amocrm/orders/{orderId}/retry': { post: Act<T.AmocrmIntegration, { orderId: string }> };
}
