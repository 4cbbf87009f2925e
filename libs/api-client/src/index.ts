export { createApiClient } from './client.js';
export type { ApiClient, ApiClientOptions } from './client.js';
export type * from './types.js';
export type { paths } from './schema.js';
