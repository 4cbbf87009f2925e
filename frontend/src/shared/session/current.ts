import 'server-only';
import type { Me } from '@smet/api-client';
import { cache } from 'react';
import { serverApi } from '../api/server';
import { unwrap } from '../api/problems';

/** The person whose request is being rendered; asked once per request however many layouts need it. */
export const currentPerson = cache(async (): Promise<Me> => unwrap((await serverApi()).GET('/api/v1/auth/me')));
