import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS } from '../src/platform/access/decorators.js';
import { startApi, type ProblemBody, type TestApi } from './support/index.js';

interface Route {
  readonly method: string;
  readonly url: string;
}

const PUBLIC = [
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/v1/public/proposals/:token',
  'GET /api/v1/public/proposals/:token/proposal.pdf',
  'GET /api/v1/public/proposals/:token/rooms/:roomId/drawing.svg',
  'POST /api/v1/auth/refresh',
  'POST /api/v1/auth/sign-in',
  'POST /api/v1/auth/sign-out',
  'POST /api/v1/auth/tokens',
  'POST /api/v1/public/proposals/:token/acceptances',
  'POST /api/v1/public/proposals/:token/codes',
  'POST /api/v1/public/proposals/:token/questions',
  'POST /api/v1/public/proposals/:token/views',
];

const routes: Route[] = [];
let api: TestApi;
beforeAll(async () => {
  api = await startApi({
    prepare: (app) =>
      app
        .getHttpAdapter()
        .getInstance()
        .addHook('onRoute', ({ method, url }) => {
          for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.push({ method: one, url });
        }),
  });
});
afterAll(() => api?.close());

const withId = (url: string) => url.replaceAll(/:\w+/g, '019aa000-0000-7000-8000-000000000000');
const call = ({ method, url }: Route) =>
  api.anonymous.request<ProblemBody>(method, withId(url), method === 'GET' ? undefined : {});

interface Described {
  readonly security?: readonly unknown[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const published = JSON.parse(readFileSync(new URL('../../libs/api-client/openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};

describe('every route', () => {
  it('is published with the problem it may answer and, unless public, with the token it needs', () => {
    for (const { method, url } of routes) {
      const path = url.replaceAll(/:(\w+)/g, '{$1}');
      const operation = published.paths[path]?.[method.toLowerCase()];
      expect([url, operation?.responses['default']]).toEqual([url, { $ref: '#/components/responses/Problem' }]);
      const needed = PUBLIC.includes(`${method} ${url}`) ? undefined : [{ bearer: [] }];
      expect([url, operation?.security]).toEqual([url, needed]);
    }
  });

  it('is found by the walk', () => {
    expect(routes.length).toBeGreaterThan(PUBLIC.length);
    expect(routes.map(({ url }) => url)).toContain('/api/v1/auth/me');
  });

  it('refuses those who are not signed in, except the public ones', async () => {
    const open: string[] = [];
    for (const route of routes) {
      const { status, body } = await call(route);
      if (status === 401 && body.code === 'AUTH.NOT_SIGNED_IN') continue;
      open.push(`${route.method} ${route.url}`);
    }
    expect(open.sort()).toEqual(PUBLIC);
  });

  it('carries a mark: public, for every signed-in person, or with a permission', () => {
    const reflector = api.app.get(Reflector);
    const scanner = new MetadataScanner();
    const discovery = new DiscoveryService(api.app.get(ModulesContainer));
    const unmarked: string[] = [];
    let handlers = 0;
    for (const { metatype } of discovery.getControllers()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, () => unknown>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (!handler || Reflect.getMetadata('path', handler) === undefined) continue;
        handlers += 1;
        if (!reflector.getAllAndOverride(ROUTE_ACCESS, [handler, metatype])) unmarked.push(`${metatype.name}.${name}`);
      }
    }
    expect(handlers).toBe(routes.length);
    expect(unmarked).toEqual([]);
  });
});
