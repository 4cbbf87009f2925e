/** Identifies one attempt to create: the client's key and a hash of method, path and body. */
export interface IdempotencyRequest {
  readonly key: string;
  readonly requestHash: string;
}
