'use client';

import { useRouter } from 'next/navigation';
import type { ProblemView } from '../api/problems';
import { ProblemAlert } from './problem-alert';

/** Stands in place of a page whose data could not be read on the server. */
export function ProblemPage({ problem }: { problem: ProblemView }) {
  const router = useRouter();
  return (
    <div style={{ maxWidth: 640, margin: '48px auto' }}>
      <ProblemAlert problem={problem} onRetry={() => router.refresh()} />
    </div>
  );
}
