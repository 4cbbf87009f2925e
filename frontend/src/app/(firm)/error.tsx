'use client';

import { PageFailure } from '../../shared/ui/page-failure';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFailure error={error} onRetry={reset} />;
}
