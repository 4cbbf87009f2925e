import path from 'node:path';
import createNextIntlPlugin from 'next-intl/plugin';
import type { NextConfig } from 'next';

const root = path.join(import.meta.dirname, '..');

const config: NextConfig = {
  output: process.env.NEXT_STANDALONE ? 'standalone' : undefined,
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
    // Requests pass through `proxy.ts`: tables of 50 MB and the form around them.
    proxyClientMaxBodySize: '52mb',
    // The live stream is quiet between heartbeats; the default of 30 s would cut it.
    proxyTimeout: 120_000,
  },
  async headers() {
    return [
      {
        source: '/((?!api/).*)',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        ],
      },
      {
        // The address is the key of a client's link: no cache, no search engine and no other site is told of it.
        source: '/p/:token*',
        headers: [
          { key: 'Cache-Control', value: 'private, no-store' },
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        ],
      },
    ];
  },
};

export default createNextIntlPlugin({
  requestConfig: './src/shared/i18n/request.ts',
  experimental: {
    // Compiled when building: the browser gets no parser of messages.
    messages: { path: './messages/ru', format: 'json', locales: 'infer', precompile: true },
  },
})(config);
