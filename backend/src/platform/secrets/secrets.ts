import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, keyId } from '../config/index.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealedSecret {
  readonly keyId: string;
  /** Nonce, tag and ciphertext. */
  readonly data: Buffer;
}

/** Binds a secret to its place: moved to another organization or use, it does not open. */
export interface SecretScope {
  readonly organizationId: string;
  readonly purpose: string;
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Secrets at rest: AES-256-GCM under the current key; older keys only open. */
@Injectable()
export class Secrets {
  private readonly keys: readonly Key[];
  private readonly current: Key;

  constructor(config: Config) {
    this.keys = config.secretKeys.map((key) => ({
      id: keyId(key),
      bytes: Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'smet:secrets', 32)),
    }));
    const [current] = this.keys;
    if (!current) throw new Error('no secret key');
    this.current = current;
  }

  seal(plain: string, scope: SecretScope): SealedSecret {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.current.bytes, nonce);
    cipher.setAAD(associatedData(scope));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return { keyId: this.current.id, data: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
  }

  /** @throws Error when the key is gone, the data were changed, or the scope is not the one it was sealed for. */
  open(sealed: SealedSecret, scope: SecretScope): string {
    const key = this.keys.find((candidate) => candidate.id === sealed.keyId);
    if (!key) throw new Error(`secret key ${sealed.keyId} is not configured`);
    const nonce = sealed.data.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(scope));
    decipher.setAuthTag(sealed.data.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = sealed.data.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  /** True when the secret should be sealed anew because its key was replaced. */
  needsRotation(sealed: Pick<SealedSecret, 'keyId'>): boolean {
    return sealed.keyId !== this.current.id;
  }
}

const associatedData = (scope: SecretScope) => Buffer.from(JSON.stringify([scope.organizationId, scope.purpose]));
