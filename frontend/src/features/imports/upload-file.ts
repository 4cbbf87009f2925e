import type { StoredFile } from '@smet/api-client';
import { ApiProblem, Unreachable } from '../../shared/api/problems';

const URL = '/api/v1/files?purpose=import';

interface Upload {
  file: File;
  idempotencyKey: string;
  signal: AbortSignal;
  /** How much of the file has left, from 0 to 1. */
  onProgress: (part: number) => void;
}

/** Sends a table. By XMLHttpRequest: fetch does not tell how much has gone. Throws ApiProblem or Unreachable. */
export function uploadFile({ file, idempotencyKey, signal, onProgress }: Upload): Promise<StoredFile> {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append('file', file);
  request.open('POST', URL);
  request.setRequestHeader('x-smet-request', '1');
  request.setRequestHeader('Idempotency-Key', idempotencyKey);
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
    if (lengthComputable && total > 0) onProgress(loaded / total);
  });
  signal.addEventListener('abort', () => request.abort());
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as StoredFile);
      else reject(problemOf(request));
    });
    const fail = () => reject(new Unreachable(new Error('the upload broke off')));
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.send(form);
  });
}

function problemOf({ status, response }: XMLHttpRequest): ApiProblem | Unreachable {
  const code: unknown = (response as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return new ApiProblem({ ...(response as object), status, code });
  return status >= 500 || status === 0
    ? new Unreachable(new Error(`HTTP ${status}`))
    : new ApiProblem({ status, code: `HTTP_${status}` });
}
