'use client';

import { ProblemAlert } from '../shared/ui/problem-alert';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div style={{ maxWidth: 640, margin: '48px auto', padding: 16 }}>
      <ProblemAlert
        problem={{ kind: 'unexpected', code: 'UNEXPECTED', status: 0, requestId: error.digest ?? null }}
        onRetry={reset}
      />
    </div>
  );
}
